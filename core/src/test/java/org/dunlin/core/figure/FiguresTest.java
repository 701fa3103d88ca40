package org.dunlin.core.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Reckoned by hand, with the numbers of the sums beside them. */
class FiguresTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-04-20");
  private static final Sales SALES =
      sales(Map.of("2026-01", "3100", "2026-02", "2800", "2026-03", "3100", "2026-04", "1000"));

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }

  private static Sales sales(Map<String, String> byMonth) {
    TreeMap<YearMonth, Money> sold = new TreeMap<>();
    byMonth.forEach((month, amount) -> sold.put(YearMonth.parse(month), eur(amount)));
    return new Sales(CurrencyUnit.EUR, sold);
  }

  private static Figure known(String value) {
    return new Figure.Known(new BigDecimal(value));
  }

  @Test
  void countBackUsesUpTheLatestMonthsFirst() {
    // 20 days of April for 1000, 31 of March for 3100, then 1400 of the 2800 of February: 14 days
    assertThat(Figures.countBack(eur("5500"), SALES, TODAY)).isEqualTo(known("65.0"));
    // 250 of the 1000 of 20 days
    assertThat(Figures.countBack(eur("250"), SALES, TODAY)).isEqualTo(known("5.0"));
    assertThat(Figures.countBack(eur("1000"), SALES, TODAY)).isEqualTo(known("20.0"));
    assertThat(Figures.countBack(eur("0"), SALES, TODAY)).isEqualTo(known("0.0"));
  }

  @Test
  void aMonthWithoutSalesOrWithMoreCreditThanSalesCountsAllItsDays() {
    Sales gaps = sales(Map.of("2026-01", "3100", "2026-03", "-400"));
    // 20 of April, 31 of March, 28 of February, then 3100 of January's 31
    assertThat(Figures.countBack(eur("3100"), gaps, TODAY)).isEqualTo(known("110.0"));
  }

  @Test
  void whereMoreIsOpenThanAllThatWasSoldNoDaysAreMadeUp() {
    assertThat(Figures.countBack(eur("10000.01"), SALES, TODAY))
        .isEqualTo(new Figure.MoreThanSoldSince(LocalDate.parse("2026-01-01")));
    assertThat(Figures.countBack(eur("1"), sales(Map.of()), TODAY))
        .isEqualTo(new Figure.MoreThanSoldSince(TODAY));
  }

  @Test
  void averageAndBestPossibleAreOfTheRunningMonthAndThreeBefore() {
    // 1 January to 20 April are 110 days, in which 10000 was sold
    Owed owed = new Owed(eur("5000"), eur("2000"));
    assertThat(Figures.average(owed, SALES, TODAY)).isEqualTo(known("55.0"));
    assertThat(Figures.bestPossible(owed, SALES, TODAY)).isEqualTo(known("22.0"));
  }

  @Test
  void withLessHistoryThanThePeriodItIsSaidFromWhenTheyAreKnown() {
    Sales young = sales(Map.of("2026-02", "2800", "2026-04", "1000"));
    assertThat(Figures.average(new Owed(eur("5"), eur("0")), young, TODAY))
        .isEqualTo(new Figure.NotBefore(LocalDate.parse("2026-05-01")));
    assertThat(Figures.average(new Owed(eur("5"), eur("0")), young, LocalDate.parse("2026-05-01")))
        .isInstanceOf(Figure.Known.class);
  }

  @Test
  void whereThePeriodHasNoSalesThereIsNothingToMeasureBy() {
    Sales old = sales(Map.of("2025-06", "100"));
    assertThat(Figures.average(new Owed(eur("5"), eur("0")), old, TODAY))
        .isEqualTo(new Figure.NothingSold());
  }

  @Test
  void effectivenessIsWhatWasCollectedOfWhatCouldBe() {
    // collected 4000 + 10000 - 5000 = 9000, could be 4000 + 10000 - 2000 = 12000
    assertThat(
            Figures.effectiveness(
                eur("4000"), new Owed(eur("5000"), eur("2000")), SALES, TODAY, TODAY))
        .isEqualTo(known("75.0"));
  }

  @Test
  void effectivenessIsNotKnownUntilAWholePeriodWasCounted() {
    Owed end = new Owed(eur("5000"), eur("2000"));
    assertThat(Figures.effectiveness(null, end, SALES, LocalDate.parse("2026-04-02"), TODAY))
        .isEqualTo(new Figure.NotBefore(LocalDate.parse("2026-08-01")));
    assertThat(Figures.effectiveness(null, end, SALES, LocalDate.parse("2026-04-01"), TODAY))
        .isEqualTo(new Figure.NotBefore(LocalDate.parse("2026-07-01")));
  }

  @Test
  void creditTakesOffWhatIsOverdueFirst() {
    assertThat(Owed.lessCredit(eur("100"), eur("60"), eur("30")))
        .isEqualTo(new Owed(eur("70"), eur("60")));
    assertThat(Owed.lessCredit(eur("100"), eur("60"), eur("70")))
        .isEqualTo(new Owed(eur("30"), eur("30")));
    assertThat(Owed.lessCredit(eur("100"), eur("60"), eur("170")))
        .isEqualTo(new Owed(eur("0"), eur("0")));
    assertThatThrownBy(() -> new Owed(eur("1"), eur("2")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
