package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code dunlin match --ledger FILE --payments FILE}. */
class MatchCommandTest {
  private static final String COMPANY =
      """
      {"type":"company","id":"acme","name":"Acme B.V.","country":"NL","timeZone":"Europe/Amsterdam","currency":"EUR","tolerance":{"EUR":"5.00"}}
      {"type":"customer","id":"c-1","name":"Bakkerij Jansen B.V.","ibans":["NL91ABNA0417164300"]}
      """;
  private static final String INVOICE =
      """
      {"type":"invoice","id":"%s","number":"%s","kind":"INVOICE","customerId":"c-1","issueDate":"2026-11-01","dueDate":"2026-12-01","currency":"EUR","total":"100.00","outstanding":"100.00","status":"OPEN"%s}
      """;
  private static final String PAYMENT =
      """
      {"type":"payment","id":"%s","kind":"TRANSFER","direction":"IN","bookingDate":"%s","amount":"%s","currency":"EUR","remittance":"%s","payerIban":"NL91ABNA0417164300"}
      """;

  @TempDir private Path folder;

  private record Answer(int status, List<String> lines, String words) {}

  @Test
  void allocationsAreLinesOfStandardOutputAndWordsGoToStandardError() throws IOException {
    Answer answer =
        match(
            COMPANY + INVOICE.formatted("i-1", "2026-0042", ""),
            PAYMENT.formatted("p-1", "2026-11-20", "100.00", "2026-0042"));
    assertThat(answer.status).isZero();
    assertThat(answer.lines).hasSize(1);
    assertThat(answer.lines.getFirst())
        .startsWith("{\"type\":\"allocation\",\"paymentId\":\"p-1\",\"invoiceId\":\"i-1\"")
        .contains("\"decision\":\"AUTOMATIC\"", "\"rule\":\"DOCUMENT_NUMBER\"");
    assertThat(answer.words).contains("1 payments: 1 matched");
  }

  @Test
  void aDiscountWithinItsTermsIsAnAdjustmentBesideTheMoney() throws IOException {
    String early = ",\"earlyPayment\":{\"percent\":\"2\",\"until\":\"2026-11-20\"}";
    Answer answer =
        match(
            COMPANY + INVOICE.formatted("i-1", "2026-0042", early),
            PAYMENT.formatted("p-1", "2026-11-20", "98.00", "2026-0042"));
    assertThat(answer.lines).hasSize(2);
    assertThat(answer.lines.get(0)).contains("\"amount\":\"98.00\"", "AUTOMATIC");
    assertThat(answer.lines.get(1))
        .contains("\"type\":\"adjustment\"", "\"amount\":\"2.00\"", "\"reason\":\"DISCOUNT\"");
  }

  @Test
  void whatTheHubAllocatedBeforeIsNotOpenAndWhatWasBookedIsInTheFigureAlready() throws IOException {
    String before =
        PAYMENT.formatted("p-0", "2026-11-10", "60.00", "deel")
            + "{\"type\":\"allocation\",\"paymentId\":\"p-0\",\"invoiceId\":\"i-1\","
            + "\"amount\":\"60.00\",\"decision\":\"%s\"}\n";
    String ledger = COMPANY + INVOICE.formatted("i-1", "2026-0042", "") + before;
    String payment = PAYMENT.formatted("p-1", "2026-11-20", "100.00", "2026-0042");
    assertThat(match(ledger.formatted("CONFIRMED"), payment).lines.getFirst())
        .contains("\"amount\":\"40.00\"");
    assertThat(match(ledger.formatted("BOOKED"), payment).lines.getFirst())
        .contains("\"amount\":\"100.00\"");
  }

  @Test
  void whatWasBookedIsMatchedAnewAndWhatDiffersIsListed() throws IOException {
    String books =
        COMPANY
            + INVOICE.formatted("i-1", "2026-0041", "")
            + INVOICE
                .formatted("i-2", "2026-0042", "")
                .replace("\"OPEN\"", "\"PAID\"")
                .replace("\"outstanding\":\"100.00\"", "\"outstanding\":\"0.00\"")
            + INVOICE
                .formatted("i-3", "2026-0043", "")
                .replace("\"OPEN\"", "\"PAID\"")
                .replace("\"outstanding\":\"100.00\"", "\"outstanding\":\"0.00\"")
            + PAYMENT.formatted("p-1", "2026-11-20", "100.00", "2026-0042")
            + booked("p-1", "i-2")
            + PAYMENT.formatted("p-2", "2026-11-21", "100.00", "2026-0041")
            + booked("p-2", "i-3");
    Path file = Files.writeString(folder.resolve("books.jsonl"), books);
    Answer answer = run("--ledger", file.toString(), "--back-test");
    assertThat(answer.status).isZero();
    assertThat(answer.words)
        .contains("2 payments of the past: 50.0 % would have been matched as they were booked")
        .contains("2 lines would have been applied, of which 1 differ");
    assertThat(answer.lines).hasSize(1);
    assertThat(answer.lines.getFirst()).contains("\"paymentId\":\"p-2\"", "\"invoiceId\":\"i-1\"");
    assertThat(run("--ledger", file.toString(), "--back-test", "--payments", "x").status)
        .isEqualTo(2);
  }

  private static String booked(String payment, String invoice) {
    return "{\"type\":\"allocation\",\"paymentId\":\"%s\",\"invoiceId\":\"%s\",\"amount\":\"100.00\",\"decision\":\"BOOKED\"}\n"
        .formatted(payment, invoice);
  }

  @Test
  void whatCameAfterTheDayThatWasAskedForIsLeftOut() throws IOException {
    Answer answer =
        match(
            COMPANY + INVOICE.formatted("i-1", "2026-0042", ""),
            PAYMENT.formatted("p-1", "2026-11-20", "100.00", "2026-0042"),
            "--as-of",
            "2026-11-19");
    assertThat(answer.lines).isEmpty();
    assertThat(answer.status).isZero();
  }

  @Test
  void aLineThatIsRefusedIsAProblemAndTheRestIsMatched() throws IOException {
    Answer answer =
        match(
            COMPANY + INVOICE.formatted("i-1", "2026-0042", "") + "{\"type\":\"invoice\"}\n",
            PAYMENT.formatted("p-1", "2026-11-20", "100.00", "2026-0042"));
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines.getFirst()).startsWith("{\"type\":\"problem\"");
    assertThat(answer.lines.get(1)).contains("AUTOMATIC");
  }

  @Test
  void aLedgerWithoutACompanyIsRefused() throws IOException {
    Answer answer = match("", PAYMENT.formatted("p-1", "2026-11-20", "100.00", "x"));
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).hasSize(1);
    assertThat(answer.lines.getFirst()).contains("NO_COMPANY");
  }

  @Test
  void aMissingFileOrOptionIsWrongUsage() {
    assertThat(run("--ledger", folder.resolve("none").toString(), "--payments", "x").status)
        .isEqualTo(2);
    assertThat(run("--ledger", "x").status).isEqualTo(2);
    assertThat(run("--help").status).isZero();
  }

  private Answer match(String ledger, String payments, String... more) throws IOException {
    Path books = Files.writeString(folder.resolve("ledger.jsonl"), ledger);
    Path paid = Files.writeString(folder.resolve("payments.jsonl"), payments);
    String[] all = new String[4 + more.length];
    System.arraycopy(
        new String[] {"--ledger", books.toString(), "--payments", paid.toString()}, 0, all, 0, 4);
    System.arraycopy(more, 0, all, 4, more.length);
    return run(all);
  }

  private static Answer run(String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(new MatchCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(words, true))
            .setOut(new PrintWriter(new StringWriter()))
            .execute(arguments);
    return new Answer(
        status, data.toString(StandardCharsets.UTF_8).lines().toList(), words.toString());
  }
}
