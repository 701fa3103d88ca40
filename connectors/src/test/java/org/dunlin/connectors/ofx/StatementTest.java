package org.dunlin.connectors.ofx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.ReadFile;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What a list of transactions says of its account, and of which days. */
class StatementTest {
  @Test
  void aStatementHasNoOpeningBalanceAndTheLedgersAtItsEnd() {
    ReadFile file = OfxFile.sgml(OfxFile.transaction("CREDIT", "1210.00", "F-0001", "A"));
    Statement statement = file.statement();

    assertThat(file.format()).isEqualTo(Format.OFX);
    assertThat(statement.account().key()).isEqualTo("0417164300");
    assertThat(statement.openingBalance()).isNull();
    assertThat(statement.closingBalance()).isEqualTo(Money.parse("EUR 1310.00"));
    assertThat(statement.entries()).isEqualTo(1);
  }

  @Test
  void theDayOnWhichTheFileWasMadeIsNotOver() {
    Statement statement = OfxFile.sgml("").statement();

    assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 11, 1));
    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 19));
  }

  @Test
  void aListThatEndedBeforeTheFileWasMadeIsCoveredToItsEnd() {
    Statement statement = OfxFile.sgml("", "<DTSERVER>20261120", "<DTSERVER>20261124").statement();

    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void aListOfOneDayCoversIt() {
    Statement statement = OfxFile.sgml("", "<DTSTART>20261101", "<DTSTART>20261120").statement();

    assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 11, 20));
    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 20));
  }

  @Test
  void daysToComeAreNotCovered() {
    Statement statement = OfxFile.sgml("", "<DTEND>20261120", "<DTEND>20261231").statement();

    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 19));
    assertThat(statement.closingBalance()).isNull();
  }

  @Test
  void aBalanceOfAnotherDayThanTheListsEndIsNotItsBalance() {
    Statement statement = OfxFile.sgml("", "<DTASOF>20261120", "<DTASOF>20261122").statement();

    assertThat(statement.closingBalance()).isNull();
  }

  @Test
  void filesThatOverlapCoverAnAccountWithoutABreak() {
    Statement first = OfxFile.sgml("").statement();
    Statement next =
        OfxFile.sgml(
                "",
                "<DTSTART>20261101",
                "<DTSTART>20261120",
                "<DTEND>20261120",
                "<DTEND>20261125",
                "<DTSERVER>20261120",
                "<DTSERVER>20261126")
            .statement();
    Statement later =
        OfxFile.sgml("", "202611", "202612", "<DTSERVER>20261220", "<DTSERVER>20261221")
            .statement();

    assertThat(Coverage.coveredTo(Map.of("a", List.of(first, next))))
        .containsEntry("a", LocalDate.of(2026, 11, 25));
    assertThat(Coverage.coveredTo(Map.of("a", List.of(first, next, later))))
        .containsEntry("a", LocalDate.of(2026, 11, 25));
  }

  @Test
  void aListWithoutDaysCoversThoseOfItsTransactions() {
    Statement statement =
        OfxFile.sgml(
                OfxFile.transaction("CREDIT", "1.00", "F-0001", "A"),
                "<DTSTART>20261101",
                "<DTSTART>",
                "<DTEND>20261120",
                "<DTEND>")
            .statement();

    assertThat(statement.from()).isEqualTo(LocalDate.of(2026, 11, 18));
    assertThat(statement.to()).isEqualTo(LocalDate.of(2026, 11, 18));
  }

  @Test
  void aCreditCardIsAnAccount() {
    ReadFile file =
        OfxFile.sgml(
            OfxFile.transaction("DEBIT", "-5.00", "F-0001", "A"),
            "BANKMSGSRSV1",
            "CREDITCARDMSGSRSV1",
            "STMTTRNRS",
            "CCSTMTTRNRS",
            "STMTRS",
            "CCSTMTRS",
            "BANKACCTFROM",
            "CCACCTFROM");

    assertThat(file.statement().account().key()).isEqualTo("0417164300");
    assertThat(file.payment().account()).isEqualTo(file.statement().account());
  }

  @Test
  void anIbanIsOneAndAFrenchRibIsOneWhereItsKeyHolds() {
    assertThat(account("<ACCTID>NL91 ABNA 0417 1643 00")).isEqualTo("NL91ABNA0417164300");
    String rib = "<BANKID>30006<BRANCHID>00001<ACCTID>12345678901<ACCTKEY>";
    assertThat(account(rib + "89")).isEqualTo("FR7630006000011234567890189");
    assertThat(account(rib + "88")).isEqualTo("12345678901");
  }

  @Test
  void theStatementsOfOneAccountSayWhatTheWholeFileSays() {
    String transaction = OfxFile.transaction("CREDIT", "7.00", "F-0001", "Ours & <theirs>");
    String other =
        OfxFile.statement("99999", OfxFile.transaction("CREDIT", "8.00", "S-1", "Secret"));
    ReadFile whole = OfxFile.sgml(transaction, "</BANKMSGSRSV1>", other + "</BANKMSGSRSV1>");
    ReadFile extract = whole.statementsOf(new AccountId(null, "0417164300", null));

    assertThat(whole.statements()).hasSize(2);
    assertThat(extract.records()).isEqualTo(OfxFile.sgml(transaction).records());
    assertThat(new String(extract.bytes(), UTF_8)).doesNotContain("Secret", "99999");
  }

  private static String account(String account) {
    return OfxFile.sgml("", "<BANKID>123<ACCTID>0417164300", account).statement().account().key();
  }
}
