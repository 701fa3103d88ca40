package org.dunlin.core.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dunlin.core.figure.Expected.Debtor;
import org.dunlin.core.figure.Expected.Ground;
import org.dunlin.core.figure.Expected.Part;
import org.dunlin.core.figure.Expected.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpectedTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-27");
  private static final Debtor TEN_DAYS_LATE = new Debtor("c-1", "Jansen", 10);
  private static final Debtor NEW = new Debtor("c-2", "Novak", null);

  private static Money euro(String amount) {
    return Money.parse("EUR " + amount);
  }

  private static Part due(int days, String open) {
    return new Part(TODAY.plusDays(days), euro(open));
  }

  private static Expected only(Debtor debtor, int usual, Part part, Said... said) {
    return Expected.of(debtor, List.of(part), List.of(said), usual, TODAY).getFirst();
  }

  @ParameterizedTest
  @CsvSource({"-10,0", "-4,0", "-3,1", "0,1", "74,12"})
  void whatIsDueIsExpectedAsManyDaysLaterAsTheDebtorPaysLate(int due, int week) {
    Expected expected = only(TEN_DAYS_LATE, 0, due(due, "100.00"));

    assertThat(expected.ground()).isEqualTo(Ground.HABIT);
    assertThat(expected.week()).isEqualTo(week);
  }

  @Test
  void whoNeverPaidIsTakenForOneOfTheOthers() {
    assertThat(only(NEW, 7, due(0, "100.00")).week()).isEqualTo(1);
  }

  @Test
  void whatIsAfterTheLastWeekIsNotInAny() {
    assertThat(only(TEN_DAYS_LATE, 0, due(81, "100.00")))
        .matches(each -> each.week() == null && each.ground() == Ground.LATER);
  }

  @Test
  void ofWhatIsLaterThanUsualAlreadyOrHasNoDueDateNoDayIsSaid() {
    assertThat(only(TEN_DAYS_LATE, 0, due(-11, "100.00")).ground()).isEqualTo(Ground.UNKNOWN);
    assertThat(only(TEN_DAYS_LATE, 0, new Part(null, euro("100.00"))).ground())
        .isEqualTo(Ground.UNKNOWN);
  }

  /** 60 are debited in eight days, 30 promised for the third week; 10 of the latest are left. */
  @Test
  void whatWasSaidIsTakenOffWhatIsDueEarliest() {
    List<Expected> expected =
        Expected.of(
            TEN_DAYS_LATE,
            List.of(due(20, "50.00"), due(-30, "50.00")),
            List.of(
                new Said(Ground.AGREED, TODAY.plusDays(15), euro("30.00")),
                new Said(Ground.DEBIT, TODAY.plusDays(8), euro("60.00"))),
            0,
            TODAY);

    assertThat(expected)
        .containsExactly(
            new Expected(TEN_DAYS_LATE, Ground.DEBIT, 1, euro("60.00")),
            new Expected(TEN_DAYS_LATE, Ground.AGREED, 2, euro("30.00")),
            new Expected(TEN_DAYS_LATE, Ground.HABIT, 4, euro("10.00")));
  }

  @Test
  void noMoreIsExpectedThanIsOpen() {
    assertThat(
            Expected.of(
                TEN_DAYS_LATE,
                List.of(due(0, "50.00")),
                List.of(new Said(Ground.AGREED, TODAY, euro("80.00"))),
                0,
                TODAY))
        .containsExactly(new Expected(TEN_DAYS_LATE, Ground.AGREED, 0, euro("50.00")));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void allThatIsExpectedAddsUpToWhatIsOpen(long seed) {
    Random random = new Random(seed);
    List<Part> parts = new ArrayList<>();
    List<Said> said = new ArrayList<>();
    Money open = euro("0.00");
    for (int i = 0; i < 40; i++) {
      Money amount = Money.ofMinor(CurrencyUnit.EUR, random.nextInt(100_000));
      parts.add(
          new Part(
              random.nextInt(9) == 0 ? null : TODAY.plusDays(random.nextInt(200) - 80), amount));
      open = open.plus(amount);
      if (random.nextBoolean()) {
        said.add(
            new Said(
                Ground.values()[random.nextInt(3)],
                TODAY.plusDays(random.nextInt(120)),
                Money.ofMinor(CurrencyUnit.EUR, random.nextInt(90_000))));
      }
    }

    assertThat(
            Money.total(
                Expected.of(TEN_DAYS_LATE, parts, said, 0, TODAY).stream()
                    .map(Expected::amount)
                    .toList()))
        .isEqualTo(open);
  }
}
