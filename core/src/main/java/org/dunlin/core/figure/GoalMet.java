package org.dunlin.core.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * How far a goal is met in one currency.
 *
 * @param open all that is open of invoices
 * @param beyond what of it does not keep to the goal: of days what is overdue, or was issued,
 *     longer ago; of OVERDUE_SHARE what is overdue above the share
 */
public record GoalMet(Money open, Money beyond) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * Of a goal of OVERDUE_SHARE.
   *
   * @param percent the whole percents that may be overdue
   */
  public static GoalMet ofShare(Money open, Money overdue, int percent) {
    Money may =
        open.multipliedBy(BigDecimal.valueOf(percent).divide(HUNDRED), RoundingMode.HALF_UP);
    return new GoalMet(
        open, overdue.isGreaterThan(may) ? overdue.minus(may) : Money.zero(open.getCurrencyUnit()));
  }

  /** Whether nothing is beyond it. */
  public boolean met() {
    return beyond.isZero();
  }

  /**
   * How much of what is open keeps to it, in per cent with one decimal, rounded down; of nothing
   * all.
   */
  public BigDecimal percent() {
    return open.isPositive()
        ? open.minus(beyond)
            .getAmount()
            .multiply(HUNDRED)
            .divide(open.getAmount(), 1, RoundingMode.DOWN)
        : HUNDRED.setScale(1);
  }
}
