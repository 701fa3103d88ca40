package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.junit.jupiter.api.Test;

class StatementRowsTest {
  private static final String HEADER = "Date;Value;Amount;Balance;Name;Other;Text;Reference\n";
  private static final String ENTRIES =
      HEADER
          + "2026-11-18;2026-11-18;1,210.00;1310.00;Bakery Jansen;NL91ABNA0417164300;invoice"
          + " 42;R1\n"
          + "2026-11-19;2026-11-20;-10.00;1300.00;;;costs;R2\n"
          + "2026-11-20;2026-11-20;5.00;1305.00;Kiosk;;\"two\n"
          + " lines\";R3\n";

  @Test
  void aRowBecomesAPayment() {
    Payment payment = Reading.BANK.records(ENTRIES, Payment.class).getFirst();

    assertThat(payment.direction()).isEqualTo(Direction.IN);
    assertThat(payment.amount()).hasToString("EUR 1210.00");
    assertThat(payment.bookingDate()).hasToString("2026-11-18");
    assertThat(payment.valueDate()).hasToString("2026-11-18");
    assertThat(payment.payerName()).isEqualTo("Bakery Jansen");
    assertThat(payment.payerAccount()).isEqualTo(AccountId.ofIban("NL91ABNA0417164300"));
    assertThat(payment.remittance()).isEqualTo("invoice 42");
    assertThat(payment.account()).isEqualTo(AccountId.ofIban("NL44RABO0123456789"));
    assertThat(payment.kind()).isEqualTo(PaymentKind.OTHER);
    assertThat(payment.details().references().bankReference()).isEqualTo("R1");
  }

  @Test
  void aTextOfSeveralLinesIsOneLine() {
    assertThat(Reading.BANK.records(ENTRIES, Payment.class).getLast().remittance())
        .isEqualTo("two lines");
  }

  @Test
  void theStatementEndsWithTheDayBeforeTheLastSinceThatMayStillGoOn() {
    List<CanonicalRecord> records = Reading.BANK.records(ENTRIES);

    assertThat(records).hasSize(4);
    assertThat(records.get(2))
        .isInstanceOfSatisfying(
            Statement.class,
            statement -> {
              assertThat(statement.from()).hasToString("2026-11-18");
              assertThat(statement.to()).hasToString("2026-11-19");
              assertThat(statement.openingBalance()).hasToString("EUR 100.00");
              assertThat(statement.closingBalance()).hasToString("EUR 1300.00");
              assertThat(statement.entries()).isEqualTo(2);
            });
  }

  @Test
  void theNewestEntryMayStandFirst() {
    String[] lines =
        (HEADER
                + "2026-11-20;;5.00;1305.00;;;c;\n"
                + "2026-11-19;;-10.00;1300.00;;;b;\n"
                + "2026-11-18;;1210.00;1310.00;;;a;\n")
            .split("(?<=\n)");

    Statement statement = Reading.BANK.records(String.join("", lines), Statement.class).getFirst();

    assertThat(statement.from()).hasToString("2026-11-18");
    assertThat(statement.to()).hasToString("2026-11-19");
    assertThat(statement.openingBalance()).hasToString("EUR 100.00");
    assertThat(statement.closingBalance()).hasToString("EUR 1300.00");
  }

  @Test
  void aFileThatSaysWhenItWasMadeProvesItsLastDay() {
    Reading made = Reading.BANK.and("labels: {made: 'Made:'}\n");

    Statement statement = made.records("Made:;2026-11-23\n" + ENTRIES, Statement.class).getFirst();

    assertThat(statement.to()).hasToString("2026-11-22");
    assertThat(statement.closingBalance()).hasToString("EUR 1305.00");
    assertThat(statement.entries()).isEqualTo(3);
  }

  @Test
  void withoutBalancesThereAreEntriesAndNoStatement() {
    String file = "Date;Amount;Text\n2026-11-18;1.00;a\n2026-11-19;2.00;b\n2026-11-20;3.00;c\n";

    assertThat(Reading.BANK.records(file)).hasSize(3).allMatch(record -> record instanceof Payment);
  }

  @Test
  void balancesThatOnlyCheckProveNoDay() {
    Reading check = Reading.BANK.with("balances: cover", "balances: check");

    assertThat(check.records(ENTRIES)).hasSize(3).allMatch(record -> record instanceof Payment);
    assertThat(check.problem(ENTRIES.replace("1300.00", "1300.01")).code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
  }

  @Test
  void aMissingRowIsFoundByTheBalances() {
    String cut = ENTRIES.replaceAll("2026-11-19.*\n", "");

    assertThat(Reading.BANK.problem(cut))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
              assertThat(problem.position()).isEqualTo("line 3");
              assertThat(problem.message()).contains("1315.00").contains("1305.00");
            });
  }

  @Test
  void balancesOfSomeRowsAreEnough() {
    String some = ENTRIES.replace("1,210.00;1310.00", "1,210.00;");

    assertThat(Reading.BANK.records(some, Statement.class).getFirst().openingBalance())
        .hasToString("EUR 100.00");
    assertThat(Reading.BANK.problem(some.replace(";1305.00", ";1304.00")).code())
        .isEqualTo("BALANCE_DOES_NOT_TIE");
  }

  @Test
  void openingAndClosingBesideWordsTieOut() {
    Reading labelled =
        Reading.BANK
            .with("balance: {optional: Balance}", "transactionCode: {optional: Code}")
            .and(
                "labels: {openingBalance: Opening, closingBalance: 'Closing balance'}\n"
                    + "end: Closing\n");
    String file =
        "Opening;100.00\n"
            + "Date;Amount;Text\n2026-11-18;1.00;a\n2026-11-19;2.00;b\n"
            + "Closing balance;;103.00\n";

    assertThat(labelled.records(file, Statement.class).getFirst().closingBalance())
        .hasToString("EUR 101.00");
    assertThat(labelled.problem(file.replace(";103.00", ";103.01")))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("BALANCE_DOES_NOT_TIE");
              assertThat(problem.position()).isEqualTo("line 5");
            });
  }

  @Test
  void theSameEntryHasTheSameNameInALongerFile() {
    String shorter = ENTRIES.substring(0, ENTRIES.indexOf("2026-11-20;2026-11-20"));

    assertThat(ids(ENTRIES)).startsWith(ids(shorter).toArray(String[]::new));
  }

  @Test
  void equalEntriesOfOneDayAreCounted() {
    String twice = HEADER + "2026-11-18;;1.00;;A;;x;\n2026-11-18;;1.00;;A;;x;\n";

    assertThat(ids(twice)).doesNotHaveDuplicates().allMatch(id -> id.matches(".*/[12]"));
  }

  @Test
  void aNumberOfTheBankNamesTheEntryAndNeverTwo() {
    Reading named = Reading.BANK.with("reference: {optional: Reference}", "id: Reference");

    assertThat(named.records(ENTRIES, Payment.class).getFirst().id())
        .isEqualTo("NL44RABO0123456789/R1");
    assertThat(named.problem(ENTRIES.replace(";R2", ";R1")))
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("REFERENCE_TWICE");
              assertThat(problem.position()).isEqualTo("line 3");
            });
  }

  @Test
  void accountsOfOneFileHaveStatementsOfTheirOwn() {
    String file =
        "Account;Date;Amount;Balance;Text\n"
            + "NL44RABO0123456789;2026-11-18;1.00;1.00;a\n"
            + "NL44RABO0123456789;2026-11-19;1.00;2.00;b\n"
            + "NL91ABNA0417164300;2026-11-18;5.00;5.00;c\n"
            + "NL91ABNA0417164300;2026-11-19;5.00;10.00;d\n";

    assertThat(Reading.BANK.records(file, Statement.class))
        .extracting(statement -> statement.account().iban())
        .containsExactly("NL44RABO0123456789", "NL91ABNA0417164300");
    assertThat(Reading.BANK.problem(file + "NL44RABO0123456789;2026-11-20;1.00;3.00;e\n").code())
        .isEqualTo("ENTRIES_NOT_TOGETHER");
  }

  @Test
  void anyLineEndAndEncodingIsTheSame() {
    List<CanonicalRecord> records =
        Reading.BANK.records(ENTRIES.replace("Bakery Jansen", "Bäckerei Müller"));

    for (String encoding : List.of("windows-1252", "ISO-8859-1", "UTF-8", "IBM850")) {
      String file = ENTRIES.replace("Bakery Jansen", "Bäckerei Müller").replace("\n", "\r\n");
      assertThat(Reading.BANK.records(file, Charset.forName(encoding)))
          .as(encoding)
          .isEqualTo(records);
    }
    assertThat(
            Reading.BANK.records(
                "\ufeff" + ENTRIES.replace("Bakery Jansen", "Bäckerei Müller").replace("\n", "\r")))
        .isEqualTo(records);
  }

  private static List<String> ids(String file) {
    return Reading.BANK.records(file, Payment.class).stream().map(Payment::id).toList();
  }
}
