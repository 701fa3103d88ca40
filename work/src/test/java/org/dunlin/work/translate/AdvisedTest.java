package org.dunlin.work.translate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.AccountFile.Kind.NOTIFICATION;
import static org.dunlin.work.AccountFile.Kind.REPORT;
import static org.dunlin.work.AccountFile.Kind.STATEMENT;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.ledger.AdvisedEntries.Place;
import org.dunlin.work.AccountFile;
import org.dunlin.work.AccountFile.Ntry;
import org.dunlin.work.AccountFile.Tx;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a bank tells before its statement, or beside it, is money once the statement has it. */
class AdvisedTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Tx[] MADE = {
    new Tx("60.00", "Customer c1", "INV-2026-1001"), new Tx("40.00", "Customer c2", "INV-2026-1002")
  };
  private static final Ntry BATCH = Ntry.of("B-1", DAY, "100.00", MADE);
  private static final Ntry OTHER =
      Ntry.of("O-1", DAY, "-7.50", new Tx("7.50", "Landlord", "rent"));

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private int files;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void whatANotificationTellsIsNoMoneyUntilTheStatementHasIt() {
    bring(AccountFile.of(NOTIFICATION, "N", DAY, BATCH));

    assertThat(payments()).isEmpty();
    assertThat(inFlight()).containsExactly("60.00", "40.00");
    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED");
    assertThat(hub.deliveries()).extracting(Seen::records).containsExactly(2);
  }

  @Test
  void anEntryOfAStatementBecomesThePaymentsOfWhichItIsMadeWhicheverComesFirst() {
    AccountFile statement = AccountFile.of(STATEMENT, "S", DAY, BATCH.bare(), OTHER);
    AccountFile notification = AccountFile.of(NOTIFICATION, "N", DAY, BATCH);
    bring(notification, statement);
    List<String> before = snapshot();

    assertThat(payments())
        .containsExactly(
            "B-1 0", "B-1/1 60.00 Customer c1", "B-1/2 40.00 Customer c2", "O-1 7.50 Landlord");
    assertThat(inFlight()).isEmpty();
    try (TestHub other = TestHub.with(DunningMode.SHADOW)) {
      other.offer("s", statement.bytes());
      other.settle();
      other.offer("n", notification.bytes());
      other.settle();
      assertThat(LedgerSnapshot.of(other.jdbc(), "acme")).isEqualTo(before);
    }
  }

  @Test
  void whatComesAgainByAnotherRoadChangesNothing() {
    AccountFile statement = AccountFile.of(STATEMENT, "S", DAY, BATCH.bare(), OTHER);
    AccountFile notification = AccountFile.of(NOTIFICATION, "N", DAY, BATCH);
    bring(statement, notification);
    List<String> before = snapshot();
    bring(notification.called("N2"), statement.called("S2"), notification.called("N3"));
    hub.deliveries().forEach(each -> hub.decisions.replay("acme", each.id(), "anna"));
    hub.settle();

    assertThat(snapshot()).isEqualTo(before);
    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(inFlight()).isEmpty();
    assertTiesOut();
  }

  @Test
  void aReportOfTheDayTellsOfTheSameEntriesAsTheStatement() {
    Ntry named = Ntry.of("R-1", DAY, "60.00", MADE[0]);
    Ntry unnamed = Ntry.of(null, DAY, "40.00", MADE[1]);
    bring(AccountFile.of(REPORT, "R", DAY, named, unnamed));
    assertThat(payments()).isEmpty();
    assertThat(inFlight()).containsExactly("60.00", "40.00");
    bring(AccountFile.of(STATEMENT, "S", DAY, named, unnamed));
    List<String> before = snapshot();

    assertThat(inFlight()).isEmpty();
    assertThat(payments()).hasSize(2);
    bring(AccountFile.of(REPORT, "R2", DAY, named, unnamed));
    assertThat(snapshot()).isEqualTo(before);
    assertThat(inFlight()).isEmpty();
  }

  @Test
  void whatIsNotBookedIsNotKept() {
    for (String status : List.of("PDNG", "INFO", "FUTR")) {
      bring(
          AccountFile.of(REPORT, "R-" + status, DAY, BATCH.status(status)),
          AccountFile.of(NOTIFICATION, "N-" + status, DAY, BATCH.status(status)));
    }
    assertThat(inFlight()).isEmpty();
    assertThat(hub.jdbc().sql("select count(*) from advised_entry").query(Long.class).single())
        .isZero();
  }

  @Test
  void anEntryIsJoinedByWhateverNamesItSurely() {
    Ntry bare = Ntry.of(null, DAY, "100.00");
    Ntry made = Ntry.of(null, DAY, "100.00", MADE);
    for (List<Ntry> pair :
        List.of(
            List.of(Ntry.of("S-1", DAY, "100.00").known(null, "N0", null), made),
            List.of(bare.known("E-1", null, null), made.known("E-1", null, null)),
            List.of(bare.known(null, null, "P-1"), made.known(null, null, "P-1")),
            List.of(bare, made))) {
      try (TestHub other = TestHub.with(DunningMode.SHADOW)) {
        other.offer("n", AccountFile.of(NOTIFICATION, "N0", DAY, pair.get(1)).bytes());
        other.offer("s", AccountFile.of(STATEMENT, "S", DAY, pair.get(0)).bytes());
        other.settle();
        assertThat(amounts(other)).as("%s", pair).containsExactly("0.00", "40.00", "60.00");
      }
    }
  }

  @Test
  void oneThatTwoCouldBeIsNotGuessedAt() {
    Ntry bare = Ntry.of(null, DAY, "100.00");
    bring(
        AccountFile.of(NOTIFICATION, "N", DAY, Ntry.of(null, DAY, "100.00", MADE)),
        AccountFile.of(STATEMENT, "S", DAY, bare.known("X", null, null), bare));

    assertThat(amounts(hub)).containsExactly("100.00", "100.00");
    assertTiesOut();
  }

  @Test
  void whatHasAnotherReferenceOfTheBankIsAnother() {
    bring(
        AccountFile.of(NOTIFICATION, "N", DAY, BATCH),
        AccountFile.of(STATEMENT, "S", DAY, Ntry.of("B-2", DAY, "100.00")));
    assertThat(amounts(hub)).containsExactly("100.00");
    assertThat(inFlight()).hasSize(2);
  }

  @Test
  void aBareEntryOfOneTransactionTakesWhatTheNotificationSaysOfIt() {
    Ntry single = Ntry.of("B-1", DAY, "60.00", MADE[0]);
    bring(
        AccountFile.of(STATEMENT, "S", DAY, single.bare()),
        AccountFile.of(NOTIFICATION, "N", DAY, single));

    assertThat(payments()).containsExactly("B-1 60.00 Customer c1");
    bring(AccountFile.of(STATEMENT, "S2", DAY, single.bare()));
    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(payments()).containsExactly("B-1 60.00 Customer c1");
  }

  @Test
  void whatAStatementWithItsTransactionsSaysLaterOfOneContradictsNothing() {
    bring(
        AccountFile.of(STATEMENT, "S", DAY, BATCH.bare()),
        AccountFile.of(NOTIFICATION, "N", DAY, BATCH));
    AccountFile week =
        new AccountFile(STATEMENT, "W", TestHub.IBAN, DAY.plusDays(1), List.of(BATCH));
    bring(week);

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(amounts(hub)).containsExactly("0.00", "40.00", "60.00");
  }

  @Test
  void aReportThatComesAfterAllElseIsKnownToTellOfTheEntryThatWasOpened() {
    bring(
        AccountFile.of(STATEMENT, "S", DAY, BATCH.bare()),
        AccountFile.of(NOTIFICATION, "N", DAY, BATCH),
        AccountFile.of(REPORT, "R", DAY, BATCH.bare()));
    assertThat(inFlight()).isEmpty();
    assertThat(amounts(hub)).containsExactly("0.00", "40.00", "60.00");
  }

  @Test
  void twoThatComeAtOnceSeeEachOther() throws InterruptedException {
    hub.offer("s", AccountFile.of(STATEMENT, "S", DAY, BATCH.bare()).bytes());
    hub.offer("n", AccountFile.of(NOTIFICATION, "N", DAY, BATCH).bytes());
    Thread other = Thread.ofPlatform().start(() -> TestHub.drain(hub.translate::next));
    TestHub.drain(hub.translate::next);
    other.join();

    assertThat(amounts(hub)).containsExactly("0.00", "40.00", "60.00");
    assertTiesOut();
  }

  @Test
  void whatIsKeptOfAPersonOnTheWayIsForgottenWithThePerson() {
    bring(AccountFile.of(NOTIFICATION, "N", DAY, BATCH));
    hub.stores.advisedEntries().forget("acme", List.of(), "customer C1");
    assertThat(inFlight()).containsExactly("40.00");
  }

  @Test
  void anEntryThatItsStatementOpenedIsKnownToBeWhatWasTold() {
    bring(
        AccountFile.of(NOTIFICATION, "N", DAY, BATCH), AccountFile.of(STATEMENT, "S", DAY, BATCH));
    assertThat(amounts(hub)).containsExactly("40.00", "60.00");
    assertThat(inFlight()).isEmpty();
  }

  @Test
  void onceStatementsCoverItsDayAndSomeMoreItIsNotOnItsWayAnyMore() {
    bring(AccountFile.of(NOTIFICATION, "N", DAY, BATCH));
    assertThat(inFlight(DAY.plusDays(4))).hasSize(2);
    assertThat(inFlight(DAY.plusDays(5))).isEmpty();
  }

  @Test
  void whatItTellsOfAnotherCompanysAccountIsThatCompanys() {
    String theirs = "NL91ABNA0417164300";
    hub.company("other", DunningMode.SHADOW, null, theirs);
    bring(AccountFile.of(NOTIFICATION, "N", DAY, BATCH).on(theirs));

    assertThat(inFlight()).isEmpty();
    assertThat(hub.stores.advisedEntries().inFlight("other", Map.of(), 5, start(), 10)).hasSize(2);
    assertThat(hub.deliveries("other")).extracting(Seen::state).containsExactly("APPLIED");
  }

  @Test
  void anAccountThatNobodyHasIsOneProblemHoweverManyEntries() {
    bring(AccountFile.of(NOTIFICATION, "N", DAY, BATCH, OTHER).on("DE89370400440532013000"));
    assertThat(hub.deliveries()).extracting(Seen::reasonCode).containsExactly("UNKNOWN_ACCOUNT");
    assertThat(hub.jdbc().sql("select count(*) from problem").query(Long.class).single())
        .isLessThanOrEqualTo(1);
  }

  private void bring(AccountFile... told) {
    for (AccountFile each : told) {
      hub.offer("file-" + files++ + ".xml", each.bytes());
      hub.settle();
    }
  }

  private void assertTiesOut() {
    assertThat(hub.stores.keptFigures().differences("acme")).isEmpty();
  }

  private List<String> snapshot() {
    return LedgerSnapshot.of(hub.jdbc(), "acme");
  }

  private List<String> payments() {
    return hub.jdbc()
        .sql(
            "select concat_ws(' ', substr(entry_key, strpos(entry_key, '/') + 1), amount,"
                + " record ->> 'payerName') from payment order by 1")
        .query(String.class)
        .list();
  }

  private static List<String> amounts(TestHub of) {
    return of
        .jdbc()
        .sql("select amount from payment order by amount")
        .query(BigDecimal.class)
        .list()
        .stream()
        .map(amount -> amount.setScale(2).toPlainString())
        .toList();
  }

  private List<String> inFlight() {
    return inFlight(DAY);
  }

  private List<String> inFlight(LocalDate covered) {
    return hub
        .stores
        .advisedEntries()
        .inFlight("acme", Map.of(TestHub.IBAN, covered), 5, start(), 10)
        .stream()
        .map(each -> each.payment().amount().getAmount().toPlainString())
        .toList();
  }

  private static Place start() {
    return Place.START;
  }
}
