package org.dunlin.core.agreement;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * How far the invoices of an agreement have come. Whatever makes less open of them counts as paid:
 * a payment, a credit note, a correction, a booking that a program tells of without its payment.
 *
 * @param before what was open of the invoices together when it was agreed
 * @param now what is open of them now
 * @param payments what came of payments that were booked since, of which it is known when
 */
public record Progress(Money before, Money now, List<Settled> payments) {
  public Progress {
    payments = List.copyOf(payments);
  }

  /**
   * What was paid until the end of a day: all that is open no more, but for payments that were
   * booked later. Not below zero.
   */
  public Money paidUntil(LocalDate day) {
    Money paid = before.minus(now);
    for (Settled settled : payments) {
      if (settled.on().isAfter(day)) {
        paid = paid.minus(settled.amount());
      }
    }
    return paid.isNegative() ? Money.zero(paid.getCurrencyUnit()) : paid;
  }

  /** Whether at least this was paid until the end of a day, but for an amount that is let go. */
  boolean reaches(Money amount, LocalDate day, Money tolerance) {
    return !paidUntil(day).plus(tolerance).isLessThan(amount);
  }
}
