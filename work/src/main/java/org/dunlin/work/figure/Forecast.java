package org.dunlin.work.figure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.figure.Expected;
import org.dunlin.core.figure.Expected.Ground;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is expected to come in in one currency.
 *
 * @param today on which the first week begins
 * @param all amount by amount
 * @param oneByOne how many debtors were looked at one by one
 * @param known how many of them have a habit
 * @param mean how many days late they pay in the mean, which counts for all others
 */
public record Forecast(
    CurrencyUnit currency, LocalDate today, List<Expected> all, int oneByOne, int known, int mean) {
  private static final int DAYS = 7;

  /** Keeps a copy. */
  public Forecast {
    all = List.copyOf(all);
  }

  /** A week and what is expected in it, by ground. */
  public record Week(int number, LocalDate from, LocalDate to, Map<Ground, Money> sums, Money sum) {
    /** Of one ground. */
    public Money of(Ground ground) {
      return sums.getOrDefault(ground, Money.zero(sum.getCurrencyUnit()));
    }
  }

  /** The weeks in their order. */
  public List<Week> weeks() {
    List<Week> weeks = new ArrayList<>();
    for (int number = 0; number < Expected.WEEKS; number++) {
      int each = number;
      Map<Ground, Money> sums = sums(all.stream().filter(one -> isIn(one, each)).toList());
      LocalDate from = today.plusDays((long) DAYS * number);
      weeks.add(
          new Week(
              number, from, from.plusDays(DAYS - 1), sums, Money.total(currency, sums.values())));
    }
    return weeks;
  }

  /** What is in no week, by ground. */
  public Map<Ground, Money> elsewhere() {
    return sums(all.stream().filter(one -> one.week() == null).toList());
  }

  /** What is expected in a week, the largest first. */
  public List<Expected> of(int week) {
    return all.stream()
        .filter(one -> isIn(one, week))
        .sorted(Comparator.comparing(Expected::amount).reversed())
        .toList();
  }

  /** All that is open. */
  public Money total() {
    return Money.total(currency, all.stream().map(Expected::amount).toList());
  }

  private static boolean isIn(Expected one, int week) {
    Integer in = one.week();
    return in != null && in == week;
  }

  private static Map<Ground, Money> sums(List<Expected> some) {
    Map<Ground, Money> sums = new EnumMap<>(Ground.class);
    some.forEach(one -> sums.merge(one.ground(), one.amount(), Money::plus));
    return Collections.unmodifiableMap(sums);
  }
}
