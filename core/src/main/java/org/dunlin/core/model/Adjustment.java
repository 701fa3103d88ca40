package org.dunlin.core.model;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What settles part of an invoice without money. */
public record Adjustment(
    @Nullable String paymentId,
    String invoiceId,
    Money amount,
    AdjustmentReason reason,
    @Nullable String match)
    implements CanonicalRecord {}
