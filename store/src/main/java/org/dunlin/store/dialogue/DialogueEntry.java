package org.dunlin.store.dialogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.agreement.CallOutcome;
import org.jspecify.annotations.Nullable;

/**
 * Something that was said with a customer.
 *
 * @param invoiceId about which, where it is about one
 * @param outcome of a call; absent for anything else
 * @param actionId the dunning action that it belongs to, where there is one
 * @param madeAt when it was noted
 * @param text what was said; absent where nothing was written, or where it is erased
 */
public record DialogueEntry(
    UUID id,
    UUID customerId,
    @Nullable UUID invoiceId,
    DialogueKind kind,
    @Nullable CallOutcome outcome,
    @Nullable String actionId,
    String madeBy,
    LocalDate madeOn,
    Instant madeAt,
    @Nullable String text) {}
