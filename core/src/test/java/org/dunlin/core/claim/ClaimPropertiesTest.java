package org.dunlin.core.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is true of every debt. */
class ClaimPropertiesTest {
  private static final LocalDate FIRST_DUE = LocalDate.of(2017, 1, 1);
  private static final BigDecimal CENT = new BigDecimal("0.01");

  @Property(tries = 300)
  void periodsLieInOneRowAfterTheDueDateAndNeverOverlap(
      @ForAll("debts") Debt debt, @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate on = debt.due().plusDays(days);
    LocalDate last = debt.due();
    for (Line line : interest(debt, on)) {
      LocalDate from = Objects.requireNonNull(line.claim().from());
      LocalDate to = Objects.requireNonNull(line.claim().to());
      assertThat(from).isAfter(last).isBeforeOrEqualTo(to);
      assertThat(from.plusDays(line.days() - 1L)).isEqualTo(to);
      last = to;
    }
    assertThat(last).isBeforeOrEqualTo(on.isBefore(debt.due()) ? debt.due() : on);
  }

  @Property(tries = 300)
  void everyDayOnWhichSomethingIsOpenIsInOnePeriod(
      @ForAll("debts") Debt debt, @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate on = debt.due().plusDays(days);
    List<Line> lines = interest(debt, on);
    for (LocalDate day = debt.lateFrom(); !day.isAfter(on); day = day.plusDays(1)) {
      LocalDate each = day;
      long holding =
          lines.stream()
              .filter(line -> !each.isBefore(Objects.requireNonNull(line.claim().from())))
              .filter(line -> !each.isAfter(Objects.requireNonNull(line.claim().to())))
              .count();
      assertThat(holding).as(each.toString()).isEqualTo(debt.openOn(each).isZero() ? 0 : 1);
    }
  }

  @Property(tries = 300)
  void linesAddUpToTheTotal(
      @ForAll("debts") Debt debt, @ForAll @IntRange(min = 1, max = 900) int days) {
    Reckoning reckoning = Claims.of(debt, debt.due().plusDays(days), Rates.carried());
    for (CurrencyUnit currency : reckoning.totals().keySet()) {
      Money sum = Money.zero(currency);
      for (Line line : reckoning.lines()) {
        if (line.claim().amount().getCurrencyUnit().equals(currency)) {
          sum = sum.plus(line.claim().amount());
        }
      }
      assertThat(reckoning.totals().get(currency)).isEqualTo(sum);
    }
  }

  @Property(tries = 300)
  void anotherDayNeverMakesTheClaimSmaller(
      @ForAll("debts") Debt debt, @ForAll @IntRange(min = 0, max = 900) int days) {
    LocalDate on = debt.due().plusDays(days);
    BigDecimal more = total(debt, on.plusDays(1)).subtract(total(debt, on));
    // A finished period is what it was; the last one grows, or another begins.
    assertThat(more).isGreaterThanOrEqualTo(BigDecimal.ZERO);
  }

  @Property(tries = 300)
  void countingInTwoGoesGivesTheSameButForRounding(
      @ForAll("debts") Debt debt,
      @ForAll @IntRange(min = 2, max = 360) int days,
      @ForAll @IntRange(min = 1, max = 359) int until) {
    LocalDate on = debt.due().plusDays(days);
    LocalDate split = debt.due().plusDays(Math.min(until, days - 1));
    Agreed later = new Agreed(null, split.plusDays(1), List.of());
    BigDecimal whole = total(debt, on);
    BigDecimal parts = total(debt, split).add(total(debt.agreed(later), on));
    BigDecimal rounding = CENT.multiply(BigDecimal.valueOf(interest(debt, on).size() + 1L));
    // Within a year of default nothing compounds; the UK's rate is that of the first day.
    if (!debt.country().equals("GB")) {
      assertThat(whole.subtract(parts).abs()).isLessThanOrEqualTo(rounding);
    }
  }

  @Property(tries = 300)
  void payingPartNeverMakesTheInterestGreater(
      @ForAll("debts") Debt debt, @ForAll @IntRange(min = 1, max = 900) int days) {
    LocalDate on = debt.due().plusDays(days);
    // Each piece is rounded by itself, half a cent at most either way.
    BigDecimal rounding = CENT.multiply(BigDecimal.valueOf(interest(debt, on).size()));
    assertThat(total(debt, on)).isLessThanOrEqualTo(total(debt.paid(List.of()), on).add(rounding));
  }

  @Property(tries = 200)
  void interestOnInterestIsNoneInTheFirstYearAndMoreAfterIt(
      @ForAll @IntRange(min = 100_000, max = 100_000_000) int cents,
      @ForAll @IntRange(min = 0, max = 1400) int dueDay,
      @ForAll @IntRange(min = 1, max = 1000) int days) {
    Money principal = Money.ofMinor(CurrencyUnit.EUR, cents);
    LocalDate due = FIRST_DUE.plusDays(dueDay);
    LocalDate on = due.plusDays(days);
    BigDecimal yearly = total(Debt.of("NL", Debtor.BUSINESS, principal, due), on);
    BigDecimal simple = total(Debt.of("EU", Debtor.BUSINESS, principal, due), on);
    if (on.isBefore(due.plusDays(1).plusYears(1))) {
      assertThat(yearly).isEqualTo(simple);
    } else if (on.isAfter(due.plusYears(1).plusDays(31))) {
      assertThat(yearly).isGreaterThan(simple);
    }
  }

  @Property(tries = 500)
  void dutchCostsGrowWithTheDebtBetweenLeastAndMost(
      @ForAll @IntRange(min = 1, max = 200_000_000) int cents,
      @ForAll @IntRange(min = 1, max = 1_000_000) int more) {
    BigDecimal costs = dutchCosts(cents);
    assertThat(costs).isBetween(new BigDecimal("40.00"), new BigDecimal("6775.00"));
    BigDecimal grown = dutchCosts(cents + more).subtract(costs);
    BigDecimal steepest = BigDecimal.valueOf(more, 2).multiply(new BigDecimal("0.15")).add(CENT);
    assertThat(grown).isBetween(BigDecimal.ZERO, steepest);
  }

  @Property(tries = 300)
  void belgianCostsNeverShrinkAndAreCapped(
      @ForAll @IntRange(min = 1, max = 10_000_000) int cents,
      @ForAll @IntRange(min = 1, max = 100_000) int more) {
    BigDecimal costs = belgianCosts(cents);
    assertThat(costs).isBetween(new BigDecimal("20.00"), new BigDecimal("2000.00"));
    assertThat(belgianCosts(cents + more)).isGreaterThanOrEqualTo(costs);
  }

  private static BigDecimal dutchCosts(int cents) {
    return costs(
        Debt.of(
            "NL",
            Debtor.BUSINESS,
            Money.ofMinor(CurrencyUnit.EUR, cents),
            LocalDate.of(2025, 1, 1)));
  }

  private static BigDecimal belgianCosts(int cents) {
    Money principal = Money.ofMinor(CurrencyUnit.EUR, cents);
    return costs(
        Debt.of("BE", Debtor.CONSUMER, principal, LocalDate.of(2025, 1, 1))
            .reminded(LocalDate.of(2025, 1, 10)));
  }

  private static BigDecimal costs(Debt debt) {
    return Claims.of(debt, LocalDate.of(2025, 3, 1), Rates.carried()).claims().stream()
        .filter(claim -> claim.kind() == ClaimKind.COSTS)
        .map(claim -> claim.amount().getAmount())
        .findFirst()
        .orElseThrow();
  }

  private static List<Line> interest(Debt debt, LocalDate on) {
    return Claims.of(debt, on, Rates.carried()).lines().stream()
        .filter(line -> line.claim().kind() == ClaimKind.INTEREST)
        .toList();
  }

  private static BigDecimal total(Debt debt, LocalDate on) {
    return interest(debt, on).stream()
        .map(line -> line.claim().amount().getAmount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Debts of businesses in a time of which all rates are carried, part of some paid. */
  @Provide
  Arbitrary<Debt> debts() {
    Arbitrary<String> countries = Arbitraries.of("NL", "DE", "AT", "BE", "FR", "GB", "CH", "EU");
    Arbitrary<Money> amounts =
        Arbitraries.integers()
            .between(1, 500_000_000)
            .map(cents -> Money.ofMinor(CurrencyUnit.EUR, cents));
    Arbitrary<Integer> dues = Arbitraries.integers().between(0, 2500);
    Arbitrary<List<PartPayment>> payments =
        Combinators.combine(
                Arbitraries.integers().between(0, 3500), Arbitraries.integers().between(1, 90_000))
            .as(
                (day, cents) ->
                    new PartPayment(
                        FIRST_DUE.plusDays(day), Money.ofMinor(CurrencyUnit.EUR, cents)))
            .list()
            .ofMaxSize(4);
    return Combinators.combine(countries, amounts, dues, payments)
        .as(
            (country, amount, due, paid) ->
                Debt.of(country, Debtor.BUSINESS, amount, FIRST_DUE.plusDays(due)).paid(paid));
  }
}
