package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Problem;
import org.dunlin.store.view.Deliveries;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.dunlin.work.intake.Reach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Of a bank file with accounts of several companies each gets what is its own, and no more. */
class SeveralCompaniesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String THEIRS = "NL91ABNA0417164300";
  private static final String NOBODYS = "DE89370400440532013000";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void eachStatementGoesToTheCompanyThatOwnsItsAccount() throws IOException {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    offer(file());

    assertThat(ledger("acme")).hasSize(2).noneMatch(line -> line.contains(THEIRS));
    assertThat(ledger("other")).hasSize(2).noneMatch(line -> line.contains(TestHub.IBAN));
    assertThat(hub.deliveries("other")).extracting(Seen::state).containsExactly("APPLIED");
    assertThat(raw("other")).contains("theirs").doesNotContain("ours", TestHub.IBAN);
    assertThat(hub.deliveries("other").getFirst().name()).doesNotContain("bank.xml");
  }

  @Test
  void statementsOfSeveralAccountsAreCalledAfterAllOfThem() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS, NOBODYS);
    offer(file().with(NOBODYS, DAY, DAY, BigDecimal.ZERO, entries("theirs, too")));

    assertThat(hub.deliveries("other"))
        .extracting(Seen::name)
        .containsExactly("statements of " + NOBODYS + " and 1 more.xml");
    assertThat(ledger("other")).hasSize(4);
  }

  @Test
  void aFileThatIsReadAgainHandsNothingOverTwice() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    offer(file());
    hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
    hub.settle();
    assertThat(hub.deliveries("other")).hasSize(1);
    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED");
  }

  @Test
  void aFileWithNothingOfItsOwnIsAppliedWithoutARecord() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    offer(BankFile.empty().with(THEIRS, DAY, DAY, BigDecimal.ZERO, entries("theirs")));
    assertThat(hub.deliveries().getFirst().state()).isEqualTo("APPLIED");
    assertThat(hub.deliveries().getFirst().records()).isZero();
    assertThat(ledger("other")).hasSize(2);
  }

  @Test
  void whatIsNobodysIsAProblemOfThatStatementAndTheRestGoesOn() {
    offer(
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, entries("ours"))
            .with(NOBODYS, DAY, DAY, BigDecimal.ZERO, entries("nobody's")));

    assertThat(hub.deliveries().getFirst().state()).isEqualTo("APPLIED");
    assertThat(problems()).extracting(Problem::code).containsExactly("UNKNOWN_ACCOUNT");
    assertThat(problems().getFirst().position()).contains("statement 2026-11-23");
    assertThat(problems().getFirst().message()).contains(NOBODYS, "add it", "replay");
    assertThat(ledger("acme")).hasSize(2).noneMatch(line -> line.contains(NOBODYS));
  }

  @Test
  void onceTheAccountIsAddedAReplayTakesItsStatement() {
    List<Entry> two =
        List.of(
            Entry.in("R-1", DAY, "10.00", "Somebody", "ours"),
            Entry.in("R-2", DAY, "20.00", "Somebody", "ours"));
    offer(
        BankFile.empty()
            .with(NOBODYS, DAY, DAY, BigDecimal.ZERO, entries("nobody's"))
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, two));
    hub.company("acme", DunningMode.SHADOW, null, TestHub.IBAN, NOBODYS);
    hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
    hub.settle();

    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED");
    assertThat(problems()).isEmpty();
    assertThat(ledger("acme")).hasSize(5);
  }

  @Test
  void whatIsBroughtForOneCompanyAloneReachesNoOther() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    bring(file(), Reach.COMPANY);

    assertThat(hub.deliveries("other")).isEmpty();
    assertThat(ledger("other")).isEmpty();
    assertThat(ledger("acme")).hasSize(2).noneMatch(line -> line.contains(THEIRS));
    assertThat(problems()).extracting(Problem::code).containsExactly("FOREIGN_ACCOUNT");
    assertThat(problems().getFirst().position()).contains("statement 2026-11-23");
    assertThat(problems().getFirst().message())
        .contains(THEIRS, "not one of the company's", "own connection", "by a folder")
        .doesNotContain("Company other");
  }

  @Test
  void whoBringsAFileForOneCompanyDoesNotLearnWhichAccountsOthersHave() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    bring(
        BankFile.empty()
            .with(NOBODYS, DAY, DAY, BigDecimal.ZERO, entries("nobody's"))
            .with(THEIRS, DAY, DAY, BigDecimal.ZERO, entries("theirs")),
        Reach.COMPANY);

    assertThat(problems())
        .extracting(problem -> problem.message().replace(NOBODYS, "").replace(THEIRS, ""))
        .hasSize(2)
        .containsOnly(problems().getFirst().message().replace(NOBODYS, "").replace(THEIRS, ""));
  }

  @Test
  void theSameFileFromAFolderLetsTheFirstBeHandedOverOnAReplay() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    bring(file(), Reach.COMPANY);
    replay();
    assertThat(hub.deliveries("other")).isEmpty();

    bring(file(), Reach.HUB);
    bring(file(), Reach.COMPANY);
    replay();

    assertThat(ledger("other")).hasSize(2);
    assertThat(problems()).isEmpty();
  }

  @Test
  void anAccountOfTwoOtherCompaniesIsAQuestionForAPerson() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    hub.company("third", DunningMode.SHADOW, null, THEIRS);
    offer(file());
    assertThat(problems()).extracting(Problem::code).containsExactly("ACCOUNT_OF_SEVERAL");
    assertThat(hub.deliveries("other")).isEmpty();
    assertThat(hub.deliveries("third")).isEmpty();
  }

  @Test
  void aFileThatIsRefusedHandsNothingOver() {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    offer(
        file()
            .with(
                TestHub.IBAN,
                DAY.plusDays(1),
                DAY.plusDays(1),
                BigDecimal.ZERO,
                BigDecimal.TEN,
                List.of()));
    assertThat(hub.deliveries().getFirst().reasonCode()).isEqualTo("BALANCE_DOES_NOT_TIE");
    assertThat(hub.deliveries("other")).isEmpty();
  }

  private static BankFile file() {
    return BankFile.empty()
        .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, entries("ours"))
        .with(THEIRS, DAY, DAY, BigDecimal.ZERO, entries("theirs"));
  }

  private static List<Entry> entries(String text) {
    return List.of(Entry.in("R-" + text.length(), DAY, "10.00", "Somebody", text));
  }

  private void offer(BankFile file) {
    hub.offer("bank.xml", file.bytes());
    hub.settle();
  }

  private void bring(BankFile file, Reach reach) {
    InputStream bytes = new ByteArrayInputStream(file.bytes());
    hub.accept.accept("acme", TestHub.CONNECTION, "bank.xml", bytes, reach);
    hub.settle();
  }

  private void replay() {
    hub.decisions.replay("acme", hub.deliveries().getFirst().id(), "anna");
    hub.settle();
  }

  private List<String> ledger(String company) {
    return LedgerSnapshot.of(hub.jdbc(), company);
  }

  private List<Problem> problems() {
    return hub.stores.problems().of("acme", hub.deliveries().getFirst().id(), "bank.xml");
  }

  private String raw(String company) throws IOException {
    var line = hub.stores.views().deliveries().newest(company, Deliveries.Choice.ALL, 1).getFirst();
    return new String(hub.stores.rawContent().read(line.delivery()).readAllBytes(), UTF_8);
  }
}
