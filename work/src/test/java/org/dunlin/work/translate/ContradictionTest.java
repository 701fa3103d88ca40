package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What contradicts the ledger is refused, and what was there first stands. */
class ContradictionTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final String OTHER_IBAN = "NL91ABNA0417164300";

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void ofTwoStatementsOfOneAccountAndPeriodTheFirstStands() {
    translate(BankFile.day(TestHub.IBAN, DAY, in("R1", "10.00")));
    List<String> before = ledger();
    translate(BankFile.day(TestHub.IBAN, DAY, in("R1", "10.00"), in("R2", "5.00")));

    assertThat(last().state()).isEqualTo("QUARANTINED");
    assertThat(last().reasonCode()).isEqualTo("STATEMENT_CONTRADICTED");
    assertThat(last().reason()).contains(TestHub.IBAN, "2026-11-23", "the first one stands");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void statementsWithEqualBalancesAndOtherEntriesContradictEachOther() {
    translate(BankFile.day(TestHub.IBAN, DAY, in("R1", "10.00"), in("R2", "20.00")));
    List<String> before = ledger();
    translate(BankFile.day(TestHub.IBAN, DAY, in("R3", "15.00"), in("R4", "15.00")));

    assertThat(last().reasonCode()).isEqualTo("STATEMENT_CONTRADICTED");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void aStatementThatComesAgainAloneContradictsNothing() {
    hub.company("acme", DunningMode.SHADOW, null, TestHub.IBAN, OTHER_IBAN);
    List<Entry> first = List.of(in("R1", "10.00"));
    List<Entry> second = List.of(in("R2", "20.00"));
    translate(
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, first)
            .with(OTHER_IBAN, DAY, DAY, BigDecimal.ZERO, second));
    List<String> before = ledger();
    translate(BankFile.empty().with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, first));
    translate(BankFile.empty().with(OTHER_IBAN, DAY, DAY, BigDecimal.ZERO, second));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void aFileWithOneContradictingStatementIsRefusedWithAllItsStatements() {
    hub.company("acme", DunningMode.SHADOW, null, TestHub.IBAN, OTHER_IBAN);
    translate(BankFile.day(OTHER_IBAN, DAY, in("R2", "20.00")));
    List<String> before = ledger();
    translate(
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, List.of(in("R1", "10.00")))
            .with(
                OTHER_IBAN,
                DAY,
                DAY,
                BigDecimal.ZERO,
                List.of(in("R2", "20.00"), in("R3", "1.00"))));

    assertThat(last().reasonCode()).isEqualTo("STATEMENT_CONTRADICTED");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void anEntryThatCameBeforeWithAnotherAmountRefusesTheFile() {
    translate(BankFile.day(TestHub.IBAN, DAY, in("R1", "10.00")));
    List<String> before = ledger();
    translate(
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY.plusDays(1), BigDecimal.ZERO, List.of(in("R1", "11.00"))));

    assertThat(last().reasonCode()).isEqualTo("ENTRY_CONTRADICTED");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void anEntryInTwoStatementsOfOneFileIsOneEntry() {
    Entry unnamed = new Entry(null, DAY, new BigDecimal("3.00"), "Somebody", "it", null, null);
    List<Entry> day = List.of(in("R1", "10.00"), unnamed, unnamed);
    List<Entry> week = List.of(in("R1", "10.00"), unnamed, unnamed, in("R2", "5.00"));
    BankFile file =
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, day)
            .with(TestHub.IBAN, DAY, DAY.plusDays(6), BigDecimal.ZERO, week);
    translate(file);
    hub.decisions.replay("acme", last().id(), "anna");
    hub.settle();

    assertThat(last().state()).isEqualTo("APPLIED");
    assertThat(hub.jdbc().sql("select sum(amount) from payment").query(BigDecimal.class).single())
        .isEqualByComparingTo("21.00");
  }

  @Test
  void anEntryThatTwoStatementsOfOneFileTellDifferentlyRefusesTheFile() {
    translate(
        BankFile.empty()
            .with(TestHub.IBAN, DAY, DAY, BigDecimal.ZERO, List.of(in("R1", "10.00")))
            .with(TestHub.IBAN, DAY, DAY.plusDays(6), BigDecimal.ZERO, List.of(in("R1", "11.00"))));

    assertThat(last().reasonCode()).isEqualTo("ENTRY_CONTRADICTED");
    assertThat(ledger()).isEmpty();
  }

  @Test
  void anEntryOfWhichMoreDetailsAreReadThanBeforeIsTheSameEntry() {
    String file = new String(BankFile.day(TestHub.IBAN, DAY, in("R1", "10.00")).bytes(), UTF_8);
    translate("statement.xml", file.getBytes(UTF_8));
    List<String> before = ledger();
    String more = file.replace("</EndToEndId>", "</EndToEndId><TxId>T-1</TxId>");
    assertThat(more).isNotEqualTo(file);
    translate("statement.xml", more.getBytes(UTF_8));

    assertThat(last().state()).isEqualTo("APPLIED");
    assertThat(ledger()).isEqualTo(before);
  }

  @Test
  void aNumberUsedTwiceRefusesThatInvoiceAloneAndTheFirstStands() {
    InvoiceFile first = InvoiceFile.of("2026-1001", "C1", DAY, "100.00");
    translate("first", first.bytes());
    InvoiceFile second = InvoiceFile.of("2026-1001", "C2", DAY, "70.00");
    translate("second", second.bytes());

    assertThat(last().state()).isEqualTo("APPLIED");
    assertThat(problems()).containsExactly("NUMBER_USED_TWICE");
    assertThat(ledger())
        .anyMatch(line -> line.startsWith("invoice 2026-1001 of C1 outstanding 100.00"))
        .anyMatch(line -> line.startsWith("customer C2"))
        .noneMatch(line -> line.startsWith("invoice 2026-1001 of C2"));
  }

  @Test
  void aNumberInAnotherCurrencyIsAnotherDocument() {
    InvoiceFile first = InvoiceFile.of("2026-1001", "C1", DAY, "100.00");
    translate("first", first.bytes());
    translate("second", first.in("USD").bytes());

    assertThat(problems()).containsExactly("NUMBER_USED_TWICE");
    assertThat(ledger()).anyMatch(line -> line.contains("\"currency\": \"EUR\""));
  }

  @Test
  void aRefusedRecordIsSaidOnceHoweverOftenItsFileIsReplayed() {
    translate("first", InvoiceFile.of("2026-1001", "C1", DAY, "100.00").bytes());
    translate("second", InvoiceFile.of("2026-1001", "C2", DAY, "70.00").bytes());
    for (int i = 0; i < 3; i++) {
      hub.decisions.replay("acme", last().id(), "anna");
      hub.settle();
    }

    assertThat(problems()).containsExactly("NUMBER_USED_TWICE");
  }

  private static Entry in(String reference, String amount) {
    return Entry.in(reference, DAY, amount, "Somebody", "something");
  }

  private void translate(BankFile file) {
    translate("statement.xml", file.bytes());
  }

  private void translate(String name, byte[] bytes) {
    hub.offer(name, bytes);
    hub.settle();
  }

  private Seen last() {
    return hub.deliveries().getLast();
  }

  private List<String> ledger() {
    return LedgerSnapshot.of(hub.jdbc(), "acme");
  }

  private List<String> problems() {
    return hub.stores.problems().of("acme", last().id(), last().name()).stream()
        .map(problem -> problem.code())
        .toList();
  }
}
