package org.dunlin.core.debit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.core.debit.CollectRules.RetryOn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days on which money moves, is collected, and is tried again. */
class CollectionDaysTest {
  @ParameterizedTest
  @CsvSource({
    "2026-01-01, false", "2026-04-03, false", "2026-04-06, false", "2026-05-01, false",
    "2026-12-25, false", "2026-12-26, false", "2026-05-14, true", "2026-04-27, true",
    "2026-12-31, true", "2026-11-28, false", "2027-03-26, false", "2027-03-29, false",
    "2024-03-29, false", "2024-04-01, false"
  })
  void moneyMovesOnTheDaysOfTarget(LocalDate day, boolean moves) {
    assertThat(TargetDays.contains(day)).isEqualTo(moves);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 1, 2026-12-28", "2026-12-25, 1, 2026-12-29", "2026-12-31, 1, 2027-01-04",
    "2026-04-02, 1, 2026-04-07", "2026-11-24, 0, 2026-11-24", "2026-11-28, 0, 2026-11-30"
  })
  void daysAreCountedByThoseOnWhichMoneyMoves(LocalDate day, int days, LocalDate then) {
    assertThat(TargetDays.plus(day, days)).isEqualTo(then);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-28, 1, 2026-12-24",
    "2026-12-08, 3, 2026-12-03",
    "2026-04-07, 1, 2026-04-02",
    "2026-11-29, 0, 2026-11-27"
  })
  void andBackwards(LocalDate day, int days, LocalDate before) {
    assertThat(TargetDays.minus(day, days)).isEqualTo(before);
  }

  @Property(tries = 500)
  void aFileThatLeavesOnItsLastDayIsInTime(
      @ForAll @IntRange(max = 4000) int offset, @ForAll @IntRange(max = 6) int lead) {
    LocalDate collect = TargetDays.onOrAfter(LocalDate.of(2024, 1, 1).plusDays(offset));
    LocalDate last = CollectionDays.latestSubmission(collect, lead);
    assertThat(CollectionDays.earliest(last, lead)).isEqualTo(collect);
    assertThat(CollectionDays.earliest(last.plusDays(1), lead)).isAfterOrEqualTo(collect);
  }

  @Property(tries = 500)
  void nothingIsCollectedBeforeItIsDueOrWithoutNotice(
      @ForAll @IntRange(max = 800) int due,
      @ForAll @IntRange(min = 1, max = 60) int notice,
      @ForAll @IntRange(max = 6) int lead) {
    LocalDate today = LocalDate.of(2026, 6, 1);
    LocalDate dueDate = today.minusDays(400).plusDays(due);
    LocalDate on = CollectionDays.of(dueDate, today, notice, lead);
    assertThat(on).isAfterOrEqualTo(dueDate).isAfterOrEqualTo(today.plusDays(notice));
    assertThat(TargetDays.contains(on)).isTrue();
    assertThat(CollectionDays.latestSubmission(on, lead)).isAfterOrEqualTo(today);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-10, 2026-11-26",
    "2026-11-12, 2026-11-26",
    "2026-11-13, 2026-12-02",
    "2026-12-03, 2026-12-29"
  })
  void anotherTryIsBehindThePayday(LocalDate today, LocalDate day) {
    assertThat(CollectionDays.retry(today, new CollectRules(true, 14, 1, RetryOn.PAYDAY)))
        .isEqualTo(day);
  }

  @Test
  void orSomeDaysLaterButNeverWithoutNotice() {
    LocalDate today = LocalDate.of(2026, 11, 24);
    assertThat(CollectionDays.retry(today, new CollectRules(true, 2, 1, RetryOn.NEXT_DAYS)))
        .isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(CollectionDays.retry(today, new CollectRules(true, 14, 1, RetryOn.NEXT_DAYS)))
        .isEqualTo(LocalDate.of(2026, 12, 8));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, 0, OOFF",
    "false, true, 3, FNAL",
    "false, false, 0, FRST",
    "false, false, 1, RCUR"
  })
  void aDebitHasItsPlaceAmongThoseOfItsMandate(
      boolean once, boolean ends, int collected, SequenceType type) {
    assertThat(SequenceType.next(once, ends, collected, true)).isEqualTo(type);
  }

  @Test
  void theFirstIsOneOfSeveralWhereTheBankDoesNotMarkIt() {
    assertThat(SequenceType.next(false, false, 0, false)).isEqualTo(SequenceType.RCUR);
  }

  @ParameterizedTest
  @CsvSource({
    "2023-11-24, , 2026-11-24, false", "2023-11-23, , 2026-11-24, true",
    "2020-01-01, 2023-11-24, 2026-11-24, false", "2020-01-01, 2023-11-23, 2026-11-24, true"
  })
  void aMandateLapsesThirtySixMonthsAfterItsLastUse(
      LocalDate signed, LocalDate last, LocalDate today, boolean lapsed) {
    assertThat(MandateRules.lapsed(signed, last, today)).isEqualTo(lapsed);
  }

  @ParameterizedTest
  @CsvSource({
    "AM04, TRY_AGAIN",
    "MS03, TRY_AGAIN",
    "MD01, NO_MANDATE",
    "AC01, WRONG_ACCOUNT",
    "AC04, WRONG_ACCOUNT",
    "MD07, ASK",
    "MD06, ASK",
    "ZZ99, ASK",
    "ac04, WRONG_ACCOUNT"
  })
  void onlyWantOfMoneyIsTriedAgain(String code, Refused what) {
    assertThat(Refused.of(code)).isEqualTo(what);
  }
}
