package org.dunlin.core.model;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank took (OUT) or gave back (IN) for a payment.
 *
 * @param amount positive, in the currency in which it was charged
 * @param included whether the payment's amount is already less by it; null where the bank does not
 *     say
 * @param kind a code of ISO 20022 or of the bank's own
 */
public record BankCharge(
    Money amount, Direction direction, @Nullable Boolean included, @Nullable String kind) {}
