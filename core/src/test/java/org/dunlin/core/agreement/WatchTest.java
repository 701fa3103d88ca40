package org.dunlin.core.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WatchTest {
  /** A Tuesday. */
  private static final LocalDate DAY = LocalDate.of(2026, 12, 15);

  private static final Money NOTHING = eur("0.00");

  @Test
  void aPromiseIsKeptAsSoonAsItIsPaid() {
    assertThat(promise(DAY, "1000.00", "0.00", DAY.minusDays(3), DAY.minusDays(4)))
        .isEqualTo(PromiseState.KEPT);
  }

  @Test
  void aPaymentOfTheDayItselfKeepsIt() {
    Progress progress = progress("1000.00", "0.00", new Settled(DAY, eur("1000.00")));
    assertThat(Watch.promise(promise("1000.00"), progress, seen(DAY.plusDays(1), DAY), NOTHING))
        .isEqualTo(PromiseState.KEPT);
  }

  @Test
  void aPaymentOfTheDayAfterDoesNotHoweverLateOneLooks() {
    Progress progress = progress("1000.00", "0.00", new Settled(DAY.plusDays(1), eur("1000.00")));
    assertThat(
            Watch.promise(
                promise("1000.00"), progress, seen(DAY.plusDays(10), DAY.plusDays(9)), NOTHING))
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void onItsDayItIsOpenStill() {
    assertThat(promise(DAY, "1000.00", "1000.00", DAY, DAY.minusDays(1)))
        .isEqualTo(PromiseState.OPEN);
  }

  @Test
  void itIsNotBrokenBeforeTheStatementOfItsDayCame() {
    assertThat(promise(DAY, "1000.00", "1000.00", DAY.plusDays(1), DAY.minusDays(1)))
        .isEqualTo(PromiseState.OPEN);
    assertThat(promise(DAY, "1000.00", "1000.00", DAY.plusDays(1), null))
        .isEqualTo(PromiseState.OPEN);
    assertThat(promise(DAY, "1000.00", "1000.00", DAY.plusDays(1), DAY))
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void oneForASaturdayIsKeptByWhatIsBookedOnMonday() {
    LocalDate saturday = LocalDate.of(2026, 12, 19);
    LocalDate monday = saturday.plusDays(2);
    Promise promise = promise("1000.00", saturday);
    Progress nothing = progress("1000.00", "1000.00");
    assertThat(Watch.promise(promise, nothing, seen(monday, saturday.minusDays(1)), NOTHING))
        .isEqualTo(PromiseState.OPEN);
    Progress paid = progress("1000.00", "0.00", new Settled(monday, eur("1000.00")));
    assertThat(Watch.promise(promise, paid, seen(monday.plusDays(1), monday), NOTHING))
        .isEqualTo(PromiseState.KEPT);
    Progress late = progress("1000.00", "0.00", new Settled(monday.plusDays(1), eur("1000.00")));
    assertThat(Watch.promise(promise, late, seen(monday.plusDays(2), monday.plusDays(1)), NOTHING))
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aCentMoreThanTheToleranceTooLittleBreaksIt() {
    Progress within = progress("1000.00", "5.00");
    Progress beyond = progress("1000.00", "5.01");
    Seen after = seen(DAY.plusDays(1), DAY);
    assertThat(Watch.promise(promise("1000.00"), within, after, eur("5.00")))
        .isEqualTo(PromiseState.KEPT);
    assertThat(Watch.promise(promise("1000.00"), beyond, after, eur("5.00")))
        .isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aPromiseOfAPartIsKeptByThatPart() {
    Progress half = progress("1000.00", "500.00", new Settled(DAY, eur("500.00")));
    assertThat(Watch.promise(promise("500.00"), half, seen(DAY.plusDays(1), DAY), NOTHING))
        .isEqualTo(PromiseState.KEPT);
  }

  @Test
  void whatIsPaidLateDoesNotCount() {
    Progress progress =
        progress(
            "1000.00",
            "0.00",
            new Settled(DAY.minusDays(1), eur("600.00")),
            new Settled(DAY.plusDays(2), eur("400.00")));
    assertThat(progress.paidUntil(DAY)).isEqualTo(eur("600.00"));
    assertThat(progress.paidUntil(DAY.plusDays(2))).isEqualTo(eur("1000.00"));
  }

  @Test
  void whatIsOpenAgainIsNoDebtOfThePast() {
    assertThat(progress("100.00", "150.00").paidUntil(DAY)).isEqualTo(eur("0.00"));
  }

  @Test
  void anArrangementIsBrokenByItsFirstInstalmentThatIsMissed() {
    Arrangement two = arrangement();
    assertThat(arrangement(two, progress("1000.00", "1000.00"), DAY, DAY.minusDays(1)))
        .isEqualTo(ArrangementState.AGREED);
    assertThat(arrangement(two, progress("1000.00", "1000.00"), DAY.plusDays(1), DAY))
        .isEqualTo(ArrangementState.BROKEN);
    assertThat(
            arrangement(
                two,
                progress("1000.00", "600.00", new Settled(DAY, eur("400.00"))),
                DAY.plusDays(1),
                DAY))
        .isEqualTo(ArrangementState.AGREED);
  }

  @Test
  void whatIsPaidAheadCountsForWhatComes() {
    Progress ahead = progress("1000.00", "0.00", new Settled(DAY.minusDays(2), eur("1000.00")));
    assertThat(arrangement(arrangement(), ahead, DAY.minusDays(1), DAY.minusDays(2)))
        .isEqualTo(ArrangementState.KEPT);
  }

  @Test
  void aSecondInstalmentThatIsLateBreaksItThoughAllIsPaid() {
    LocalDate second = DAY.plusDays(30);
    Progress late =
        progress(
            "1000.00",
            "0.00",
            new Settled(DAY, eur("400.00")),
            new Settled(second.plusDays(4), eur("600.00")));
    assertThat(arrangement(arrangement(), late, second.plusDays(5), second.plusDays(4)))
        .isEqualTo(ArrangementState.BROKEN);
  }

  private static PromiseState promise(
      LocalDate on, String before, String now, LocalDate today, @Nullable LocalDate covered) {
    return Watch.promise(promise(before, on), progress(before, now), seen(today, covered), NOTHING);
  }

  private static ArrangementState arrangement(
      Arrangement arrangement, Progress progress, LocalDate today, LocalDate covered) {
    return Watch.arrangement(arrangement, progress, seen(today, covered), NOTHING);
  }

  private static Arrangement arrangement() {
    return new Arrangement(
        "ar-1",
        "c-1",
        List.of("i-1"),
        List.of(
            new Instalment(DAY, eur("400.00")), new Instalment(DAY.plusDays(30), eur("600.00"))),
        CurrencyUnit.EUR,
        ArrangementState.AGREED);
  }

  private static Promise promise(String amount) {
    return promise(amount, DAY);
  }

  private static Promise promise(String amount, LocalDate on) {
    return new Promise("pr-1", "c-1", List.of("i-1"), eur(amount), on, PromiseState.OPEN);
  }

  private static Progress progress(String before, String now, Settled... payments) {
    return new Progress(eur(before), eur(now), List.of(payments));
  }

  private static Seen seen(LocalDate today, @Nullable LocalDate covered) {
    return new Seen(today, covered);
  }

  private static Money eur(String amount) {
    return Money.of(CurrencyUnit.EUR, new java.math.BigDecimal(amount));
  }
}
