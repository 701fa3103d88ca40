package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What creditor and debtor agreed, or what made the debt late, where that is not the law's rule.
 *
 * @param rate percent a year in place of the statutory rate, simple
 * @param lateSince the first day of default where it is not the day after the due date
 * @param fees what terms let a step of dunning cost, on the day of the step
 */
public record Agreed(@Nullable BigDecimal rate, @Nullable LocalDate lateSince, List<Fee> fees) {
  /** Nothing: the law alone counts. */
  public static final Agreed NOTHING = new Agreed(null, null, List.of());

  /** Refuses a rate below zero. */
  public Agreed {
    if (rate != null && rate.signum() < 0) {
      throw new IllegalArgumentException("an agreed rate is not negative: " + rate);
    }
    fees = List.copyOf(fees);
  }

  /** A fee that became owed on a day. */
  public record Fee(LocalDate on, Money amount) {}
}
