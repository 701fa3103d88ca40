package org.dunlin.work.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.figure.Expected.Ground;
import org.dunlin.core.figure.Figure;
import org.dunlin.core.figure.Goal;
import org.dunlin.core.figure.GoalMet;
import org.dunlin.core.figure.StandingDay;
import org.dunlin.store.Rows;
import org.dunlin.store.view.InvoiceList;
import org.dunlin.store.view.Standing;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Over one invoice of 1000 euros, issued on 15 October 2026 and due on 14 November. */
class KeptFiguresTest {
  private final Rows rows = new Rows();
  private UUID invoice = new UUID(0, 0);

  @BeforeEach
  void oneInvoice() {
    invoice = rows.invoice("acme", "1", "1000.00");
  }

  @AfterEach
  void close() {
    rows.close();
  }

  private void keep(LocalDate day) {
    new KeepStanding(rows.stores).keep("acme", day);
  }

  private List<StandingDay> days() {
    return rows.stores.figures().days().between("acme", LocalDate.EPOCH, Rows.DAY);
  }

  private Standing standing() {
    return rows.stores.views().receivables().standing("acme", Rows.DAY).getFirst();
  }

  private void set(String to) {
    rows.jdbc()
        .sql("update invoice set " + to + " where invoice_id = :id")
        .param("id", invoice)
        .update();
  }

  @Test
  void aDayIsNotedOnceAsItBegan() {
    keep(Rows.DAY);
    set("outstanding = 400");
    keep(Rows.DAY);

    assertThat(days())
        .singleElement()
        .satisfies(
            day -> {
              assertThat(day.on()).isEqualTo(Rows.DAY);
              assertThat(day.open()).isEqualTo(Rows.euros("1000.00"));
              assertThat(day.overdue()).isEqualTo(Rows.euros("1000.00"));
              assertThat(day.upTo30()).isEqualTo(Rows.euros("1000.00"));
              assertThat(day.beyondGoal()).isNull();
              assertThat(day.effectiveness()).isNull();
            });
  }

  @Test
  void aDayOnWhichNothingIsOpenIsCountedToo() {
    set("status = 'PAID', outstanding = 0");
    keep(Rows.DAY);

    assertThat(days())
        .singleElement()
        .matches(day -> day.open().equals(Rows.euros("0.00")) && day.invoices() == 0);
  }

  /** Collected 4000 + 1000 − 1000 of 4000 + 1000 − 0. */
  @Test
  void effectivenessIsKnownOnceTheBeginningOfThePeriodWasCounted() {
    assertThat(new ReadFigures(rows.stores).of("acme", Rows.DAY).getFirst().effectiveness())
        .isInstanceOf(Figure.NotBefore.class);
    Money zero = Rows.euros("0.00");
    rows.stores
        .figures()
        .days()
        .add(
            "acme",
            new StandingDay(
                LocalDate.parse("2026-08-01"),
                Rows.euros("3000.00"),
                Rows.euros("1500.00"),
                zero,
                zero,
                zero,
                Rows.euros("500.00"),
                3,
                2,
                null,
                null,
                null,
                null,
                null));

    assertThat(new ReadFigures(rows.stores).of("acme", Rows.DAY).getFirst().effectiveness())
        .isEqualTo(new Figure.Known(new BigDecimal("80.0")));
  }

  @Test
  void aGoalOfDaysIsMetByWhatIsNotOverdueLonger() {
    new ChangeGoal(rows.stores).set("acme", new Goal(Goal.Kind.DAYS_OVERDUE, 10), "anna");
    assertThat(GoalsMet.of(rows.stores, "acme", Rows.DAY).of(standing()).orElseThrow().met())
        .isTrue();

    new ChangeGoal(rows.stores).set("acme", new Goal(Goal.Kind.DAYS_OVERDUE, 9), "anna");
    keep(Rows.DAY);
    assertThat(days().getFirst().beyondGoal()).isEqualTo(Rows.euros("1000.00"));
  }

  /** It was issued 40 days ago. */
  @Test
  void aGoalOfDaysSinceIssueIsMetByWhatWasIssuedNoLongerAgo() {
    goal(Goal.Kind.DAYS_SINCE_ISSUE, 40);
    assertThat(met().met()).isTrue();
    goal(Goal.Kind.DAYS_SINCE_ISSUE, 39);
    assertThat(met().beyond()).isEqualTo(Rows.euros("1000.00"));
    assertThat(beyond()).containsExactly("1");

    set("outstanding = 400");
    assertThat(met().beyond()).isEqualTo(Rows.euros("400.00"));
    set("issue_date = issue_date + 1");
    assertThat(met().met()).isTrue();
    assertThat(beyond()).isEmpty();
    assertThat(rows.stores.keptFigures().differences("acme")).isEmpty();
  }

  @Test
  void whatIsNoInvoiceOrNotOpenIsNotHeldAgainstIt() {
    goal(Goal.Kind.DAYS_SINCE_ISSUE, 10);
    UUID note = rows.invoice("acme", "2", "70.00");
    rows.jdbc()
        .sql("update invoice set kind = 'CREDIT_NOTE' where invoice_id = :id")
        .param("id", note)
        .update();
    assertThat(met().beyond()).isEqualTo(Rows.euros("1000.00"));

    set("status = 'PAID', outstanding = 0");
    assertThat(GoalsMet.of(rows.stores, "acme", Rows.DAY).beyond().values())
        .allMatch(Money::isZero);
    assertThat(rows.stores.keptFigures().differences("acme")).isEmpty();
  }

  @Test
  void manyChangesByDayOfIssueArePutTogetherAndSayTheSame() {
    goal(Goal.Kind.DAYS_SINCE_ISSUE, 10);
    for (int i = 1; i <= 200; i++) {
      set("outstanding = 100 + " + i);
    }

    assertThat(met().beyond()).isEqualTo(Rows.euros("300.00"));
    assertThat(
            rows.jdbc()
                .sql("select count(*) from issued_open_change where company_id = 'acme'")
                .query(Integer.class)
                .single())
        .isLessThan(130);
    assertThat(rows.stores.keptFigures().differences("acme")).isEmpty();
  }

  /** 10 days overdue, issued 40 days ago. */
  @Test
  void theDaysThatACustomerHasOfItsOwnCountInPlaceOfThoseOfTheGoal() {
    for (Goal.Kind kind : List.of(Goal.Kind.DAYS_OVERDUE, Goal.Kind.DAYS_SINCE_ISSUE)) {
      int just = kind == Goal.Kind.DAYS_OVERDUE ? 10 : 40;
      goal(kind, just);
      own(just - 1);
      assertThat(met().beyond()).isEqualTo(Rows.euros("1000.00"));
      assertThat(beyond()).containsExactly("1");

      goal(kind, 0);
      own(just);
      assertThat(met().met()).isTrue();
      assertThat(beyond()).isEmpty();
      new ChangeGoal(rows.stores).removeOwn("acme", customer(), "anna");
      assertThat(met().met()).isFalse();
    }
  }

  private void goal(Goal.Kind kind, int most) {
    new ChangeGoal(rows.stores).set("acme", new Goal(kind, most), "anna");
  }

  private void own(int most) {
    assertThat(new ChangeGoal(rows.stores).setOwn("acme", customer(), most, "anna")).isTrue();
  }

  private UUID customer() {
    return rows.jdbc()
        .sql("select customer_id from invoice where invoice_id = ?")
        .param(invoice)
        .query(UUID.class)
        .single();
  }

  private GoalMet met() {
    return GoalsMet.of(rows.stores, "acme", Rows.DAY).of(standing()).orElseThrow();
  }

  private List<String> beyond() {
    Goal goal = rows.stores.figures().goals().of("acme").orElseThrow().goal();
    return rows.stores.views().invoices().beyond("acme", goal, Rows.DAY, 10).stream()
        .map(InvoiceList.Line::number)
        .toList();
  }

  /** All 1000 are overdue, of which 200 may be. */
  @Test
  void aGoalOfAShareIsMissedByWhatIsAboveIt() {
    new ChangeGoal(rows.stores).set("acme", new Goal(Goal.Kind.OVERDUE_SHARE, 20), "anna");

    assertThat(GoalsMet.of(rows.stores, "acme", Rows.DAY).of(standing()).orElseThrow())
        .satisfies(
            met -> {
              assertThat(met.beyond()).isEqualTo(Rows.euros("800.00"));
              assertThat(met.percent()).isEqualByComparingTo("20");
            });
    new ChangeGoal(rows.stores).remove("acme", "anna");
    assertThat(GoalsMet.of(rows.stores, "acme", Rows.DAY).of(standing())).isEmpty();
  }

  @Test
  void whatIsExpectedAddsUpToWhatIsOpenHoweverManyAreLookedAtOneByOne() {
    for (int i = 2; i < 9; i++) {
      UUID next = rows.invoice("acme", "more " + i, i + "00.00");
      rows.jdbc()
          .sql("update invoice set due_date = :due where invoice_id = :id")
          .param("due", Rows.DAY.plusDays(i * 20L - 60))
          .param("id", next)
          .update();
    }
    Money open = standing().total();

    for (int oneByOne : new int[] {0, 1, 3, 100}) {
      Forecast forecast =
          new ExpectCash(rows.stores, oneByOne).of("acme", CurrencyUnit.EUR, Rows.DAY);
      assertThat(forecast.total()).isEqualTo(open);
      Money weeks =
          Money.total(CurrencyUnit.EUR, forecast.weeks().stream().map(Forecast.Week::sum).toList());
      assertThat(weeks.plus(Money.total(CurrencyUnit.EUR, forecast.elsewhere().values())))
          .isEqualTo(open);
    }
  }

  @Test
  void whatIsLaterThanTheHabitIsNotSaidToComeOnAnyDay() {
    Forecast forecast = new ExpectCash(rows.stores).of("acme", CurrencyUnit.EUR, Rows.DAY);

    assertThat(forecast.elsewhere()).containsEntry(Ground.UNKNOWN, Rows.euros("1000.00"));
    assertThat(forecast.known()).isZero();
  }
}
