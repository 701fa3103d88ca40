package org.dunlin.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictnessTest {
  private static final String GOOD =
      "{\"type\":\"hold\",\"customerId\":\"c\",\"reason\":\"MANUAL\"}";
  private static final String INVOICE =
      """
      {"type":"invoice","id":"i","number":"1","kind":"INVOICE","customerId":"c",\
      "issueDate":"2026-11-01","currency":"EUR","total":"10.00","outstanding":"10.00",\
      "status":"OPEN"}""";

  /** What is changed in a good invoice, the code it gets, and what the sentence says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"id\":\"i\"|\"id\":\"i\",\"colour\":\"red\"|UNKNOWN_FIELD|colour: no such field",
        "\"id\":\"i\"|\"id\":\"i\",\"earlyPayment\":{\"percent\":\"2\",\"until\":\"2026-11-11\",\"by\":\"x\"}|UNKNOWN_FIELD|earlyPayment.by: no such field",
        "\"id\":\"i\"|\"id\":\"i\",\"instalments\":[{\"dueDate\":\"2026-11-11\",\"amount\":\"1.00\"},{\"dueDate\":\"2026-11-11\",\"amount\":\"1.00\",\"no\":1}]|UNKNOWN_FIELD|instalments[1].no: no such field",
        "\"total\":\"10.00\"|\"total\":10.00|WRONG_VALUE|total: a decimal string with at most 2 decimals for EUR is expected, not 10.00",
        "\"total\":\"10.00\"|\"total\":\"10.001\"|WRONG_VALUE|total: a decimal string with at most 2 decimals",
        "\"total\":\"10.00\"|\"total\":\"10.000\"|WRONG_VALUE|total: a decimal string with at most 2 decimals",
        "\"total\":\"10.00\"|\"total\":\"1,000.00\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"1e3\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"١٠\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"-10.00\"|WRONG_VALUE|total: an amount that is not negative",
        "\"total\":\"10.00\"|\"total\":\"9999999999999999999\"|WRONG_VALUE|total: a decimal string",
        "\"kind\":\"INVOICE\"|\"kind\":\"invoice\"|WRONG_VALUE|kind: one of INVOICE, CREDIT_NOTE is expected, not \"invoice\"",
        "\"status\":\"OPEN\"|\"status\":7|WRONG_VALUE|status: one of OPEN, PAID, VOID",
        "\"currency\":\"EUR\"|\"currency\":\"EURO\"|WRONG_VALUE|currency: an ISO 4217 currency",
        "2026-11-01|2026-02-30|WRONG_VALUE|issueDate: a date such as",
        "2026-11-01|2026-11-0١|WRONG_VALUE|issueDate: a date such as",
        "2026-11-01|2026/11/01|WRONG_VALUE|issueDate: a date such as",
        "2026-11-01|2026-11-010|WRONG_VALUE|issueDate: a date such as",
        "\"total\":\"10.00\"|\"total\":\"10.\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\".10\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"+10\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"-\"|WRONG_VALUE|total: a decimal string",
        "\"total\":\"10.00\"|\"total\":\"1.0.0\"|WRONG_VALUE|total: a decimal string",
        "2026-11-01|01.11.2026|WRONG_VALUE|issueDate: a date such as",
        "2026-11-01|+12026-11-01|WRONG_VALUE|issueDate: a date such as",
        "\"number\":\"1\"|\"number\":1|WRONG_VALUE|number: a text in quotes",
        "\"number\":\"1\"|\"number\":\" \"|WRONG_VALUE|number: a text in quotes that is not blank",
        "\"number\":\"1\"|\"number\":\"\\u0000\"|WRONG_VALUE|number: a text in quotes",
        "\"number\":\"1\"|\"number\":\"\\ud83e\"|WRONG_VALUE|number: a text in quotes",
        "\"number\":\"1\",||MISSING_FIELD|number: the field is required",
        "\"number\":\"1\"|\"number\":null|MISSING_FIELD|number: the field is required",
        "\"total\":\"10.00\",||MISSING_FIELD|total: the field is required",
        "\"id\":\"i\"|\"id\":\"i\",\"id\":\"j\"|NOT_JSON|Duplicate",
        "\"id\":\"i\"|\"id\":\"i\",\"earlyPayment\":{\"percent\":\"2\",\"percent\":\"3\",\"until\":\"2026-11-11\"}|NOT_JSON|Duplicate",
        "\"id\":\"i\"|\"id\":\"i\",\"source\":{\"connection\":\"x\",\"id\":\"1\",\"readAt\":\"2026-11-01T09:00:00+01:00\"}|WRONG_VALUE|source.readAt: an instant in UTC",
        "\"id\":\"i\"|\"id\":\"i\",\"instalments\":{}|WRONG_VALUE|instalments: a list in brackets",
        "\"id\":\"i\"|\"id\":\"i\",\"instalments\":[1]|NOT_AN_OBJECT|instalments[0]: an object",
        "\"invoice\"|\"bill\"|WRONG_VALUE|type: a type of the canonical form",
        "\"type\":\"invoice\",||MISSING_FIELD|type: the field is required",
        "\"OPEN\"}|\"OPEN\"}}|NOT_JSON|column",
        "\"OPEN\"}|\"OPEN\"} {}|NOT_JSON|column",
        "\"OPEN\"}|\"OPEN\"|NOT_JSON|one JSON object a line is expected",
      })
  void anInvoiceIsRefusedWithItsReason(String good, String bad, String code, String sentence) {
    String changed = INVOICE.replace(good, bad == null ? "" : bad);
    assertThat(changed).isNotEqualTo(INVOICE);
    assertRefused(changed.getBytes(StandardCharsets.UTF_8), code, sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|NOT_AN_OBJECT|an object in braces is expected",
        "7|NOT_AN_OBJECT|an object in braces is expected",
        "{}|MISSING_FIELD|type: the field is required",
        "factuur|NOT_JSON|column 1: one JSON object a line is expected",
        "{\"type\":\"dunlin\",\"version\":2}|WRONG_VALUE|version: version 1 of the canonical form is expected, not 2",
        "{\"type\":\"dunlin\"}|WRONG_VALUE|version: version 1",
        "{\"type\":\"dunlin\",\"version\":1,\"by\":\"x\"}|UNKNOWN_FIELD|by: no such field",
        "{\"type\":\"allocation\",\"invoiceId\":\"i\",\"amount\":\"1.00\",\"decision\":\"MANUAL\"}|MISSING_FIELD|creditNoteId in its place",
        "{\"type\":\"allocation\",\"paymentId\":\"p\",\"creditNoteId\":\"n\",\"invoiceId\":\"i\",\"amount\":\"1.00\",\"decision\":\"MANUAL\"}|MISSING_FIELD|creditNoteId in its place",
        "{\"type\":\"adjustment\",\"invoiceId\":\"i\",\"amount\":\"1.00\",\"reason\":\"ROUNDING\"}|CURRENCY_UNKNOWN|must stand before it",
        "{\"type\":\"statement\",\"id\":\"s\",\"currency\":\"EUR\",\"from\":\"2026-11-20\",\"to\":\"2026-11-20\"}|MISSING_FIELD|accountIban",
        "{\"type\":\"statement\",\"id\":\"s\",\"currency\":\"EUR\",\"accountScheme\":\"GB\",\"from\":\"2026-11-20\",\"to\":\"2026-11-20\"}|WRONG_VALUE|accountScheme: no scheme without an account number",
        "{\"type\":\"statement\",\"id\":\"s\",\"currency\":\"EUR\",\"accountIban\":\"NL1\",\"accountNumber\":\"1\",\"from\":\"2026-11-20\",\"to\":\"2026-11-20\"}|WRONG_VALUE|accountNumber: no account number beside an IBAN",
      })
  void aLineIsRefusedWithItsReason(String line, String code, String sentence) {
    assertRefused(line.getBytes(StandardCharsets.UTF_8), code, sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"0.9\"", "1.1", "-0.1", "0.12345678901", "1e-999999999", "0e9", "1e99999999999"})
  void aConfidenceThatIsNoShareIsRefused(String share) {
    String line =
        """
        {"type":"allocation","paymentId":"p","invoiceId":"i","amount":"1.00","decision":"MANUAL",\
        "confidence":%s}"""
            .formatted(share);
    List<CanonicalRecord> records = Reading.of(INVOICE + "\n" + line + "\n" + GOOD);
    assertThat(records).hasSize(3);
    assertThat(records.get(1)).isInstanceOf(Problem.class);
    assertThat(records.get(2)).isInstanceOf(Hold.class);
  }

  @Test
  void aLineThatIsNotUtf8IsRefused() {
    byte[] latin = "{\"type\":\"hold\",\"customerId\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertRefused(latin, "NOT_UTF8", "save the file in that encoding");
  }

  @Test
  void aLineInUtf16IsRefused() {
    assertThat(Reading.of(GOOD.getBytes(StandardCharsets.UTF_16)))
        .isNotEmpty()
        .allMatch(Problem.class::isInstance);
  }

  @Test
  void aLineOfMoreThanAMegabyteIsRefused() {
    byte[] line =
        ("{\"type\":\"" + "x".repeat(Lines.LONGEST) + "\"}").getBytes(StandardCharsets.UTF_8);
    assertRefused(line, "LINE_TOO_LONG", "1048576 bytes");
  }

  @Test
  void namesThatBeginWithXAndADashAreIgnoredAtEveryDepth() {
    String line =
        INVOICE.replace(
            "\"id\":\"i\"",
            "\"id\":\"i\",\"x-a\":{\"b\":[1]},\"source\":{\"connection\":\"c\",\"id\":\"1\",\"x-b\":2}");
    assertThat(Reading.of(line)).hasSize(1).noneMatch(Problem.class::isInstance);
  }

  @Test
  void blankLinesCarriageReturnsAndAByteOrderMarkAreNoMatter() {
    assertThat(Reading.of("\uFEFF" + GOOD + "\r\n\r\n  \n\n" + GOOD + "\r\n"))
        .hasSize(2)
        .allMatch(Hold.class::isInstance);
  }

  @Test
  void anAmountTakesTheCurrencyOfItsInvoiceThenOfItsPaymentThenOfTheCompany() {
    String company =
        CanonicalExamplesTest.LINES
            .getFirst()
            .replace("\"currency\":\"EUR\"", "\"currency\":\"USD\"");
    String payment =
        """
        {"type":"payment","id":"p","kind":"CARD","direction":"IN","bookingDate":"2026-11-20",\
        "amount":"10","currency":"JPY"}""";
    String adjustment =
        "{\"type\":\"adjustment\",\"paymentId\":\"%s\",\"invoiceId\":\"%s\",\"amount\":\"1\",\"reason\":\"ROUNDING\"}";
    String text =
        String.join(
            "\n",
            company,
            INVOICE,
            payment,
            adjustment.formatted("p", "i"),
            adjustment.formatted("p", "other"),
            adjustment.formatted("other", "other"));
    assertThat(Reading.of(text).subList(3, 6))
        .extracting("amount.currencyUnit.code")
        .containsExactly("EUR", "JPY", "USD");
  }

  @Test
  void aProblemCanAlwaysBeWrittenWhateverTheLineHeld() {
    String emoji = "\uD83E\uDD86".repeat(80);
    List<CanonicalRecord> problems =
        Reading.of(
            "{\"\\ud83e\":1,\"type\":\"hold\",\"reason\":\"MANUAL\"}\n{\"type\":\"a"
                + emoji
                + "\"}");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CanonicalWriter writer = new CanonicalWriter(out)) {
      problems.forEach(writer::write);
    }
    assertThat(problems).hasSize(2).allMatch(Problem.class::isInstance);
    assertThat(Reading.of(out.toByteArray())).isEqualTo(problems);
  }

  @Property
  void noLineStopsTheReading(@ForAll byte[] anything) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(anything);
    bytes.writeBytes(("\n" + GOOD).getBytes(StandardCharsets.UTF_8));
    assertThat(Reading.of(bytes.toByteArray()).getLast()).isInstanceOf(Hold.class);
  }

  /** The line stands as the second of three; the third is read. */
  private static void assertRefused(byte[] line, String code, String sentence) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(line);
    bytes.writeBytes(("\n" + GOOD + "\n").getBytes(StandardCharsets.UTF_8));
    List<CanonicalRecord> records = Reading.of(bytes.toByteArray());
    assertThat(records).hasSize(3);
    assertThat(records.getLast()).isInstanceOf(Hold.class);
    assertThat(records.get(1)).isInstanceOf(Problem.class);
    Problem problem = (Problem) records.get(1);
    assertThat(problem.source()).isEqualTo("in.jsonl");
    assertThat(problem.position()).isEqualTo("line 2");
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.message()).contains(sentence);
  }
}
