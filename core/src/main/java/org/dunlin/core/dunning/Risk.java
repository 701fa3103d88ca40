package org.dunlin.core.dunning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * How risky a customer is, and why. Three things are looked at:
 *
 * <ul>
 *   <li>how many days late the invoices of the last twelve months were paid, in the mean weighted
 *       by amount: from 10 days on MEDIUM, from 30 on HIGH;
 *   <li>how much of what is open is overdue now: from a half on MEDIUM;
 *   <li>how many promises of the last twelve months were broken: one MEDIUM, more HIGH.
 * </ul>
 *
 * <p>The customer is HIGH where one of them is, or two are MEDIUM; MEDIUM where one is; else LOW.
 * Currencies are never added up: of each thing the worst currency counts. Who has paid fewer than
 * three invoices ever is UNKNOWN. The bounds are the hub's own; no law or standard gives any.
 *
 * @param reasons all that was looked at, in the order above; of UNKNOWN how many were paid
 */
public record Risk(RiskLevel level, List<Reason> reasons) {
  private static final int LEAST_PAID = 3;
  private static final int LATE = 10;
  private static final int VERY_LATE = 30;
  private static final int HALF = 50;

  public Risk {
    reasons = List.copyOf(reasons);
  }

  /** What a reason is about, which says what its number counts. */
  public enum About {
    /** Whole days, in the mean. */
    DAYS_LATE,
    /** Whole percents of what is open. */
    OVERDUE,
    /** Promises. */
    BROKEN_PROMISES,
    /** Invoices ever paid. */
    PAID
  }

  /**
   * One thing that was looked at.
   *
   * @param level what it alone makes of the customer
   * @param number rounded down, so that it never looks worse than it is
   */
  public record Reason(About about, RiskLevel level, int number) {}

  /** The risk that the behaviour shows. */
  public static Risk of(PaymentBehaviour behaviour) {
    if (behaviour.everPaid() < LEAST_PAID) {
      return new Risk(
          RiskLevel.UNKNOWN,
          List.of(new Reason(About.PAID, RiskLevel.UNKNOWN, behaviour.everPaid())));
    }
    int late = worst(behaviour, Risk::daysLate);
    int overdue = worst(behaviour, Risk::percentOverdue);
    int broken = behaviour.brokenPromises();
    List<Reason> reasons =
        List.of(
            new Reason(About.DAYS_LATE, level(late, LATE, VERY_LATE), late),
            new Reason(About.OVERDUE, level(overdue, HALF, Integer.MAX_VALUE), overdue),
            new Reason(About.BROKEN_PROMISES, level(broken, 1, 2), broken));
    return new Risk(together(reasons), reasons);
  }

  private static RiskLevel together(List<Reason> reasons) {
    long medium = reasons.stream().filter(each -> each.level() == RiskLevel.MEDIUM).count();
    if (medium > 1 || reasons.stream().anyMatch(each -> each.level() == RiskLevel.HIGH)) {
      return RiskLevel.HIGH;
    }
    return medium == 1 ? RiskLevel.MEDIUM : RiskLevel.LOW;
  }

  private static RiskLevel level(int number, int medium, int high) {
    if (number >= high) {
      return RiskLevel.HIGH;
    }
    return number >= medium ? RiskLevel.MEDIUM : RiskLevel.LOW;
  }

  private static int worst(
      PaymentBehaviour behaviour, Function<PaymentBehaviour.InCurrency, Integer> of) {
    return behaviour.currencies().stream().map(of).max(Comparator.naturalOrder()).orElse(0);
  }

  private static Integer daysLate(PaymentBehaviour.InCurrency each) {
    return each.paid().isPositive()
        ? each.timesDaysLate().divide(each.paid().getAmount(), 0, RoundingMode.DOWN).intValue()
        : 0;
  }

  private static Integer percentOverdue(PaymentBehaviour.InCurrency each) {
    return each.open().isPositive()
        ? each.overdue()
            .getAmount()
            .multiply(BigDecimal.valueOf(100))
            .divide(each.open().getAmount(), 0, RoundingMode.DOWN)
            .intValue()
        : 0;
  }
}
