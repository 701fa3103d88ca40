package org.dunlin.connectors.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.connectors.outgoing.FileForms.Made;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is matched is written in the columns and the style that somebody described. */
class FileFormsTest {
  private static final String COLUMNS = "\ncolumns:\n  Name: payerName\n  Sum: amount\n";

  private static MatchedLine line(String payer) {
    CanonicalReader reader = new CanonicalReader("test");
    Payment payment =
        (Payment)
            reader
                .record(
                    "{\"type\":\"payment\",\"id\":\"p-1\",\"kind\":\"TRANSFER\",\"direction\":\"IN\","
                        + "\"bookingDate\":\"2026-11-20\",\"amount\":\"1210.50\",\"currency\":\"EUR\"}")
                .orElseThrow();
    Invoice invoice =
        (Invoice)
            reader
                .record(
                    "{\"type\":\"invoice\",\"id\":\"i-1\",\"number\":\"2026-0042\",\"kind\":\"INVOICE\","
                        + "\"customerId\":\"c-1\",\"issueDate\":\"2026-11-01\",\"currency\":\"EUR\","
                        + "\"total\":\"1210.50\",\"outstanding\":\"1210.50\",\"status\":\"OPEN\"}")
                .orElseThrow();
    Customer customer =
        (Customer)
            reader
                .record(
                    "{\"type\":\"customer\",\"id\":\"c-1\",\"number\":\"10001\",\"name\":\"Jansen\"}")
                .orElseThrow();
    Allocation allocation =
        (Allocation)
            reader
                .record(
                    "{\"type\":\"allocation\",\"paymentId\":\"p-1\",\"invoiceId\":\"i-1\","
                        + "\"amount\":\"1210.50\",\"match\":\"m-1\",\"rank\":1,"
                        + "\"decision\":\"MANUAL\"}")
                .orElseThrow();
    Payment named =
        new Payment(
            payment.id(),
            payment.kind(),
            payment.direction(),
            payment.bookingDate(),
            null,
            payment.amount(),
            payer,
            null,
            null,
            null,
            null,
            List.of(),
            null,
            null,
            null,
            null,
            null);
    return new MatchedLine(
        "m-1", false, LocalDate.of(2026, 11, 24), named, allocation, invoice, customer, List.of());
  }

  private static FileForm<MatchedLine> form(String description) {
    return switch (FileForms.matched(description)) {
      case Made.Sound<MatchedLine>(FileForm<MatchedLine> form) -> form;
      case Made.Faulty<MatchedLine> faulty -> throw new AssertionError(faulty.faults());
    };
  }

  private static String faults(String description) {
    return FileForms.matched(description) instanceof Made.Faulty<MatchedLine> faulty
        ? faulty.faults().toString()
        : "";
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+31 20", "-5", "@SUM(A1)", "  =1", "\t=1", "\r\n=1", "\uFF1D1"})
  void noTextIsTakenForAFormula(String payer) {
    String text = form("delimiter: \"|\"" + COLUMNS).line(line(payer));

    assertThat(text.replace("\"", "")).startsWith("'");
    assertThat(text).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"'a;b', '\"a;b\"'", "'a\"b', '\"a\"\"b\"'", "'a\nb', 'a b'", "Bäcker, Bäcker"})
  void aTextStaysInItsCell(String payer, String cell) {
    assertThat(form("delimiter: \";\"" + COLUMNS).line(line(payer)))
        .isEqualTo(cell + ";1210.50\r\n");
  }

  @Test
  void amountsAndDaysAreInTheStyleOfTheProgramAndOneThatIsTakenBackIsBelowZero() {
    FileForm<MatchedLine> form =
        form(
            "delimiter: tab\ndecimal: \",\"\ndates: d.M.yy\nheader: false\ncolumns:\n  A: amount\n"
                + "  B: bookingDate\n  C: event\n");

    assertThat(form.head()).isEmpty();
    assertThat(form.line(line("x"))).isEqualTo("1210,50\t20.11.26\tMATCHED\r\n");
    assertThat(form.line(line("x").takenBack())).isEqualTo("-1210,50\t20.11.26\tUNDONE\r\n");
  }

  @Test
  void whatIsKeptOfALineGivesTheSameLine() {
    MatchedLine line = line("Jansen");

    assertThat(MatchedLine.of("m-1", line.on(), line.records())).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {A: nothing}| nothing",
        "delimiter: x| delimiter",
        "dates: hh:mm| dates",
        "decimal: ''''| decimal",
        "encoding: EBCDIC| encoding",
        "colours: {}| colours",
        "[1, 2]| names and values",
        "columns: {}| columns"
      })
  void aDescriptionThatIsWrongIsRefusedWithItsPlace(String description, String said) {
    assertThat(faults(description)).contains(said);
  }

  @Test
  void whoSaysNothingGetsAllColumns() {
    assertThat(form("").head()).startsWith("id;event;matchedOn;amount;currency;invoiceNumber;");
  }

  @Test
  void theSchemaOfTheDocumentationIsTheOneThatIsUsed() throws IOException {
    Path used =
        Path.of(
            "src",
            "main",
            "resources",
            "org",
            "dunlin",
            "connectors",
            "outgoing",
            "outgoing.schema.json");
    assertThat(Files.readString(Path.of("..", "docs", "outgoing.schema.json")))
        .isEqualTo(Files.readString(used));
  }
}
