package org.dunlin.core.message;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One invoice, or one instalment of it, in a reminder.
 *
 * @param number the invoice's
 * @param total what the invoice or instalment comes to
 * @param open what is still to be paid of it
 * @param paymentReference what the payer is asked to quote; null: the number
 */
public record ReminderLine(
    String number,
    LocalDate issueDate,
    LocalDate dueDate,
    Money total,
    Money open,
    @Nullable String paymentReference) {
  /** What was paid or credited of it; nothing where more is open than it comes to. */
  Money settled() {
    Money settled = total.minus(open);
    return settled.isNegative() ? Money.zero(total.getCurrencyUnit()) : settled;
  }

  /** What identifies a payment of this line. */
  String reference() {
    return paymentReference == null || paymentReference.isBlank() ? number : paymentReference;
  }
}
