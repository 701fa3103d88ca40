package org.dunlin.core.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Days sales outstanding and how much of what could be collected was.
 *
 * <p>Count-back is the exhaustion method of the Credit Research Foundation: what is open is used up
 * by the sales of each month, the latest first. The others are its usual formulas over a period:
 * average DSO = open ÷ sales × days; best possible DSO = open and not due ÷ sales × days;
 * collection effectiveness = (open at the beginning + sales − open at the end) ÷ (open at the
 * beginning + sales − not due at the end) × 100. The period is the running month and the {@value
 * #MONTHS} before it.
 */
public final class Figures {
  /** How many whole months the period has before the running one. */
  public static final int MONTHS = 3;

  private static final int EXACT = 12;

  private Figures() {}

  /** The day on which the period begins that ends today. */
  public static LocalDate begin(LocalDate today) {
    return YearMonth.from(today).minusMonths(MONTHS).atDay(1);
  }

  /** For how many days the latest sales have not been paid, if the oldest were paid first. */
  public static Figure countBack(Money open, Sales sales, LocalDate today) {
    if (sales.byMonth().isEmpty()) {
      return open.isZero() ? known(BigDecimal.ZERO) : new Figure.MoreThanSoldSince(today);
    }
    YearMonth first = sales.byMonth().firstKey();
    BigDecimal left = open.getAmount();
    BigDecimal days = BigDecimal.ZERO;
    int length = today.getDayOfMonth();
    YearMonth month = YearMonth.from(today);
    while (!month.isBefore(first)) {
      BigDecimal sold = sales.of(month).getAmount().max(BigDecimal.ZERO);
      if (left.compareTo(sold) <= 0) {
        return known(left.signum() == 0 ? days : days.add(times(left, length, sold)));
      }
      left = left.subtract(sold);
      days = days.add(BigDecimal.valueOf(length));
      month = month.minusMonths(1);
      length = month.lengthOfMonth();
    }
    return new Figure.MoreThanSoldSince(first.atDay(1));
  }

  /** How many days of average sales are open. */
  public static Figure average(Owed owed, Sales sales, LocalDate today) {
    return ofPeriod(owed.open(), sales, today);
  }

  /** What average DSO would be if everybody paid in time. */
  public static Figure bestPossible(Owed owed, Sales sales, LocalDate today) {
    return ofPeriod(owed.notDue(), sales, today);
  }

  /**
   * How much of what could be collected in the period was, in per cent.
   *
   * @param begin what was open as the period began; null where nobody counted then
   * @param countedSince the first day of which it is known what was open
   */
  public static Figure effectiveness(
      @Nullable Money begin, Owed end, Sales sales, LocalDate countedSince, LocalDate today) {
    if (begin == null) {
      LocalDate whole =
          countedSince.getDayOfMonth() == 1
              ? countedSince
              : YearMonth.from(countedSince).plusMonths(1).atDay(1);
      return new Figure.NotBefore(whole.plusMonths(MONTHS));
    }
    Money all = begin.plus(sales.between(YearMonth.from(begin(today)), YearMonth.from(today)));
    Money could = all.minus(end.notDue());
    return could.isPositive()
        ? known(times(all.minus(end.open()).getAmount(), 100, could.getAmount()))
        : new Figure.NothingSold();
  }

  private static Figure ofPeriod(Money open, Sales sales, LocalDate today) {
    LocalDate begin = begin(today);
    if (sales.byMonth().isEmpty()) {
      return new Figure.NothingSold();
    }
    YearMonth first = sales.byMonth().firstKey();
    if (first.isAfter(YearMonth.from(begin))) {
      return new Figure.NotBefore(first.plusMonths(MONTHS).atDay(1));
    }
    Money sold = sales.between(YearMonth.from(begin), YearMonth.from(today));
    int days = Math.toIntExact(ChronoUnit.DAYS.between(begin, today) + 1);
    return sold.isPositive()
        ? known(times(open.getAmount(), days, sold.getAmount()))
        : new Figure.NothingSold();
  }

  private static BigDecimal times(BigDecimal part, int by, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(by)).divide(whole, EXACT, RoundingMode.HALF_UP);
  }

  private static Figure known(BigDecimal value) {
    return new Figure.Known(value.setScale(1, RoundingMode.HALF_UP));
  }
}
