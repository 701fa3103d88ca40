package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An amount of an invoice that the customer contests. */
public record Dispute(
    String id,
    String invoiceId,
    Money amount,
    String reason,
    @Nullable String owner,
    @Nullable LocalDate deadline,
    DisputeState state)
    implements CanonicalRecord {}
