package org.dunlin.core.model;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount of an invoice that the customer contests.
 *
 * @param amount what is contested; null: all of the invoice
 */
public record Dispute(
    String id,
    String invoiceId,
    @Nullable Money amount,
    String reason,
    @Nullable String owner,
    @Nullable LocalDate deadline,
    DisputeState state)
    implements CanonicalRecord {}
