package org.dunlin.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

class FiguresProperties {
  private static final LocalDate TODAY = LocalDate.parse("2026-04-20");

  private static Money eur(int amount) {
    return Money.of(CurrencyUnit.EUR, amount);
  }

  private static Sales sales(List<Integer> sold) {
    TreeMap<YearMonth, Money> byMonth = new TreeMap<>();
    YearMonth month = YearMonth.from(TODAY);
    for (int amount : sold) {
      byMonth.put(month, eur(amount));
      month = month.minusMonths(1);
    }
    return new Sales(CurrencyUnit.EUR, byMonth);
  }

  private static BigDecimal value(Figure figure) {
    return ((Figure.Known) figure).value();
  }

  @Property
  void theMoreIsOpenTheMoreDaysAreCountedBack(
      @ForAll @Size(12) List<@IntRange(max = 9999) Integer> sold,
      @ForAll @IntRange(max = 50_000) int less,
      @ForAll @IntRange(max = 50_000) int more) {
    Figure ofLess = Figures.countBack(eur(Math.min(less, more)), sales(sold), TODAY);
    Figure ofMore = Figures.countBack(eur(Math.max(less, more)), sales(sold), TODAY);
    if (ofMore instanceof Figure.Known) {
      assertThat(value(ofMore)).isBetween(value(ofLess), new BigDecimal("366"));
    }
  }

  @Property
  void theBestPossibleIsNeverMoreThanTheAverage(
      @ForAll @Size(4) List<@IntRange(min = 1, max = 9999) Integer> sold,
      @ForAll @IntRange(max = 50_000) int open,
      @ForAll @IntRange(max = 50_000) int notDue) {
    Owed owed = new Owed(eur(open), eur(Math.min(open, notDue)));
    assertThat(value(Figures.bestPossible(owed, sales(sold), TODAY)))
        .isLessThanOrEqualTo(value(Figures.average(owed, sales(sold), TODAY)));
  }

  @Property
  void effectivenessIsFullOnlyWhereNothingIsOverdue(
      @ForAll @Size(4) List<@IntRange(min = 1, max = 9999) Integer> sold,
      @ForAll @IntRange(max = 50_000) int begin,
      @ForAll @IntRange(max = 100) int shareOpen,
      @ForAll @IntRange(max = 100) int shareNotDue) {
    long all = begin + sold.stream().mapToLong(Integer::longValue).sum();
    Money open = eur(Math.toIntExact(all * shareOpen / 100));
    Money notDue = eur(Math.toIntExact(all * shareOpen / 100 * shareNotDue / 100));
    Figure figure =
        Figures.effectiveness(eur(begin), new Owed(open, notDue), sales(sold), TODAY, TODAY);
    if (figure instanceof Figure.Known known) {
      assertThat(known.value()).isBetween(BigDecimal.ZERO, new BigDecimal("100.0"));
      if (open.equals(notDue)) {
        assertThat(known.value()).isEqualByComparingTo("100");
      }
    }
  }
}
