package org.dunlin.core.dunning;

import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;

/**
 * How a customer has paid up to a day. An invoice is paid when nothing of it is open and a payment
 * was allocated to it; its day is that of the last one, and it was late by the days from its last
 * due date to that. What credit notes alone settled was not paid.
 *
 * @param everPaid how many invoices were ever paid
 * @param brokenPromises how many promises of the last twelve months, by the day promised, were
 *     broken
 * @param currencies each currency once, in which anything was paid in the last twelve months or is
 *     open
 */
public record PaymentBehaviour(int everPaid, int brokenPromises, List<InCurrency> currencies) {
  /** Of whom nothing is known. */
  public static final PaymentBehaviour NONE = new PaymentBehaviour(0, 0, List.of());

  public PaymentBehaviour {
    currencies = List.copyOf(currencies);
  }

  /**
   * In one currency.
   *
   * @param paid the totals of the invoices that were paid in the last twelve months
   * @param timesDaysLate each of these totals times the days by which it was late, added up
   * @param open what is open now
   * @param overdue what of it was due before today, instalment by instalment
   */
  public record InCurrency(Money paid, BigDecimal timesDaysLate, Money open, Money overdue) {}
}
