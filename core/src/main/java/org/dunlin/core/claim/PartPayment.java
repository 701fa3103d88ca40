package org.dunlin.core.claim;

import java.time.LocalDate;
import org.joda.money.Money;

/**
 * What was paid of a principal. The books take it on the principal, which is smaller from its day.
 *
 * @param on the first day on which less is owed
 * @param amount positive
 */
public record PartPayment(LocalDate on, Money amount) {
  /** Refuses an amount that is not positive. */
  public PartPayment {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a payment is positive: " + amount);
    }
  }
}
