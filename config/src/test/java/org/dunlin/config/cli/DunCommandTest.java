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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code dunlin dun --ledger FILE --plans FILE --as-of DATE [--until DATE]}. */
class DunCommandTest {
  private static final String COMPANY =
      """
      {"type":"company","id":"acme","name":"Acme B.V.","country":"NL","timeZone":"Europe/Amsterdam","currency":"EUR","dunning":"SHADOW"}
      {"type":"customer","id":"c-1","name":"Bakkerij Jansen B.V.","email":"ap@example.nl","ibans":["NL91ABNA0417164300"]}
      """;
  private static final String INVOICE =
      """
      {"type":"invoice","id":"i-1","number":"2026-0042","kind":"INVOICE","customerId":"c-1","issueDate":"2026-11-01","dueDate":"2026-12-01","currency":"EUR","total":"100.00","outstanding":"100.00","status":"OPEN"}
      """;
  private static final String PAYMENT =
      """
      {"type":"payment","id":"p-1","kind":"TRANSFER","direction":"IN","bookingDate":"2026-12-08","amount":"%s","currency":"EUR","payerIban":"NL91ABNA0417164300"}
      """;
  private static final String PLANS =
      """
      plans:
        - id: standard
          steps:
            - {id: first, due: "+5d", channel: EMAIL, template: reminder-1}
            - {id: second, due: "previous +7d", channel: EMAIL, template: reminder-2}
      """;

  @TempDir private Path folder;

  private record Answer(int status, List<String> lines, String words) {}

  @Test
  void aPlanForSomeRisksTakesTheLevelFromThePaymentsInTheLedger() throws IOException {
    String plans =
        """
        plans:
          - {id: strict, for: {risk: [HIGH]}, steps: [{id: first, due: "+2d", channel: EMAIL, template: reminder-1}]}
          - {id: usual, steps: [{id: first, due: "+5d", channel: EMAIL, template: reminder-1}]}
        """;

    assertThat(decided(plans, paid(2, "2026-11-20"))).as("too few").contains("\"usual\"");
    assertThat(decided(plans, paid(3, "2026-10-05"))).as("in time").contains("\"usual\"");
    assertThat(decided(plans, paid(3, "2026-11-20"))).as("late").contains("\"strict\"");
    assertThat(decided(plans, paid(3, "2026-12-20"))).as("later on").contains("\"usual\"");
  }

  private String decided(String plans, String paid) throws IOException {
    Path file = Files.writeString(folder.resolve("by-risk.yaml"), plans);
    Path books = Files.writeString(folder.resolve("paid.jsonl"), COMPANY + INVOICE + paid);
    Answer answer =
        run("--ledger", books.toString(), "--plans", file.toString(), "--as-of", "2026-12-06");
    assertThat(answer.status).as(answer.words).isZero();
    return String.join("", answer.lines);
  }

  /** So many invoices, due on 2026-10-10 and paid on the day. */
  private static String paid(int count, String on) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < count; i++) {
      lines.append(
          """
          {"type":"invoice","id":"b-%1$d","number":"B-%1$d","kind":"INVOICE","customerId":"c-1","issueDate":"2026-09-10","dueDate":"2026-10-10","currency":"EUR","total":"80.00","outstanding":"0.00","status":"PAID"}
          {"type":"payment","id":"q-%1$d","kind":"TRANSFER","direction":"IN","bookingDate":"%2$s","amount":"80.00","currency":"EUR"}
          {"type":"allocation","paymentId":"q-%1$d","invoiceId":"b-%1$d","amount":"80.00","decision":"BOOKED","rule":"SCORE","confidence":1,"evidence":[]}
          """
              .formatted(i, on));
    }
    return lines.toString();
  }

  @Test
  void whatIsDueOnADayIsALineInShadowModeToo() throws IOException {
    Answer answer = dun(COMPANY + INVOICE, "--as-of", "2026-12-06");

    assertThat(answer.status).isZero();
    assertThat(answer.lines).hasSize(1);
    assertThat(answer.lines.getFirst())
        .startsWith("{\"type\":\"action\",\"id\":\"")
        .endsWith(
            "\"customerId\":\"c-1\",\"plan\":\"standard\",\"step\":\"first\",\"channel\":\"EMAIL\","
                + "\"on\":\"2026-12-06\",\"state\":\"DUE\",\"items\":[{\"invoiceId\":\"i-1\","
                + "\"dueDate\":\"2026-12-01\",\"step\":\"first\",\"amount\":\"100.00\","
                + "\"currency\":\"EUR\"}],\"holds\":[]}");
    assertThat(answer.words).contains("1 due, 0 for a person to approve, 0 held.");
  }

  @Test
  void eachDayOfARangeTakesWhatWasDueBeforeAsSent() throws IOException {
    Answer answer = dun(COMPANY + INVOICE, "--as-of", "2026-12-01", "--until", "2027-12-01");

    assertThat(answer.lines).hasSize(2);
    assertThat(answer.lines.get(0)).contains("\"step\":\"first\"", "\"on\":\"2026-12-06\"");
    assertThat(answer.lines.get(1)).contains("\"step\":\"second\"", "\"on\":\"2026-12-13\"");
  }

  @Test
  void moneyThatIsAllocatedToNothingHoldsFromItsDayOn() throws IOException {
    Answer answer =
        dun(
            COMPANY + INVOICE + PAYMENT.formatted("100.00"),
            "--as-of",
            "2026-12-01",
            "--until",
            "2027-12-01");

    assertThat(answer.lines).hasSize(2);
    assertThat(answer.lines.get(0)).contains("\"state\":\"DUE\"", "\"on\":\"2026-12-06\"");
    assertThat(answer.lines.get(1))
        .contains("\"state\":\"HELD\"", "\"on\":\"2026-12-13\"", "PLAUSIBLE_PAYMENT");
  }

  @Test
  void moneyThatWentBackHoldsNothingAnyMore() throws IOException {
    String returned =
        """
        {"type":"payment","id":"p-2","kind":"RETURN","direction":"OUT","bookingDate":"2026-12-09","amount":"100.00","currency":"EUR","returnOf":"p-1"}
        """;
    Answer answer =
        dun(
            COMPANY + INVOICE + PAYMENT.formatted("100.00") + returned,
            "--as-of",
            "2026-12-01",
            "--until",
            "2027-12-01");

    assertThat(answer.lines.get(1)).contains("\"state\":\"DUE\"", "\"on\":\"2026-12-13\"");
  }

  @Test
  void moneyOfAKnownPayerHoldsNobodyElseWhoOwesTheAmount() throws IOException {
    String other =
        """
        {"type":"customer","id":"c-2","name":"Visser","email":"v@example.nl","ibans":["DE89370400440532013000"]}
        {"type":"payment","id":"p-1","kind":"TRANSFER","direction":"IN","bookingDate":"2026-12-08","amount":"100.00","currency":"EUR","payerIban":"%s"}
        """;
    String[] range = {"--as-of", "2026-12-01", "--until", "2027-12-01"};

    assertThat(dun(COMPANY + INVOICE + other.formatted("DE89370400440532013000"), range).lines)
        .noneMatch(line -> line.contains("PLAUSIBLE_PAYMENT"));
    assertThat(dun(COMPANY + INVOICE + other.formatted("FR1420041010050500013M02606"), range).lines)
        .anyMatch(line -> line.contains("PLAUSIBLE_PAYMENT"));
  }

  @Test
  void whatWasAllocatedIsOffFromTheDayOfItsPaymentOnAndWhatWasBookedIsInTheFigure()
      throws IOException {
    String ledger =
        COMPANY
            + INVOICE
            + PAYMENT.formatted("60.00")
            + "{\"type\":\"allocation\",\"paymentId\":\"p-1\",\"invoiceId\":\"i-1\","
            + "\"amount\":\"60.00\",\"decision\":\"%s\"}\n";
    String[] range = {"--as-of", "2026-12-01", "--until", "2027-12-01"};

    assertThat(dun(ledger.formatted("CONFIRMED"), range).lines.get(0)).contains("\"100.00\"");
    assertThat(dun(ledger.formatted("CONFIRMED"), range).lines.get(1)).contains("\"40.00\"");
    assertThat(dun(ledger.formatted("BOOKED"), range).lines.get(1)).contains("\"100.00\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"STALE_SOURCE", "SHADOW", "STOPPED"})
  void whatOnlyARunningHubCanKnowHoldsNothing(String reason) throws IOException {
    String hold = "{\"type\":\"hold\",\"customerId\":\"c-1\",\"reason\":\"" + reason + "\"}\n";

    assertThat(dun(COMPANY + INVOICE + hold, "--as-of", "2026-12-06").lines.getFirst())
        .contains("\"state\":\"DUE\"");
  }

  @Test
  void anActionThatTheFileHoldsAsSentCounts() throws IOException {
    String sent =
        "{\"type\":\"action\",\"id\":\"a\",\"customerId\":\"c-1\",\"plan\":\"standard\","
            + "\"step\":\"first\",\"channel\":\"EMAIL\",\"on\":\"2026-12-08\",\"state\":\"SENT\","
            + "\"items\":[{\"invoiceId\":\"i-1\",\"dueDate\":\"2026-12-01\",\"step\":\"first\","
            + "\"amount\":\"100.00\",\"currency\":\"EUR\"}],\"holds\":[]}\n";

    assertThat(dun(COMPANY + INVOICE + sent, "--as-of", "2026-12-14").lines).isEmpty();
    assertThat(dun(COMPANY + INVOICE + sent, "--as-of", "2026-12-15").lines.getFirst())
        .contains("\"step\":\"second\"");
  }

  @Test
  void anActionThatIsOnlyDueWasNotDoneAndIsDecidedAnew() throws IOException {
    String due =
        "{\"type\":\"action\",\"id\":\"a\",\"customerId\":\"c-1\",\"plan\":\"standard\","
            + "\"step\":\"first\",\"channel\":\"EMAIL\",\"on\":\"2026-12-06\",\"state\":\"DUE\","
            + "\"items\":[{\"invoiceId\":\"i-1\",\"dueDate\":\"2026-12-01\",\"step\":\"first\","
            + "\"amount\":\"100.00\",\"currency\":\"EUR\"}],\"holds\":[]}\n";

    assertThat(dun(COMPANY + INVOICE + due, "--as-of", "2026-12-14").lines.getFirst())
        .contains("\"step\":\"first\"", "\"on\":\"2026-12-14\"", "\"state\":\"DUE\"");
  }

  @Test
  void whatWasPaidAndWentBackIsAskedForFromTheDayOfTheReturnOn() throws IOException {
    String ledger =
        COMPANY
            + INVOICE
            + "{\"type\":\"payment\",\"id\":\"p-1\",\"kind\":\"DIRECT_DEBIT\",\"direction\":\"IN\","
            + "\"bookingDate\":\"2026-12-02\",\"amount\":\"100.00\",\"currency\":\"EUR\"}\n"
            + "{\"type\":\"allocation\",\"paymentId\":\"p-1\",\"invoiceId\":\"i-1\","
            + "\"amount\":\"100.00\",\"decision\":\"CONFIRMED\"}\n"
            + "{\"type\":\"payment\",\"id\":\"r-1\",\"kind\":\"RETURN\",\"direction\":\"OUT\","
            + "\"bookingDate\":\"2026-12-10\",\"amount\":\"100.00\",\"currency\":\"EUR\","
            + "\"returnOf\":\"p-1\"}\n";

    assertThat(dun(ledger, "--as-of", "2026-12-09").lines).isEmpty();
    assertThat(dun(ledger, "--as-of", "2026-12-06", "--until", "2026-12-11").lines.getFirst())
        .contains("\"on\":\"2026-12-10\"", "\"state\":\"DUE\"", "\"amount\":\"100.00\"");
  }

  @Test
  void plansThatCannotBeTakenAreAProblemWithItsLine() throws IOException {
    Files.writeString(folder.resolve("plans.yaml"), PLANS.replace("EMAIL", "FAX"));
    Path ledger = Files.writeString(folder.resolve("ledger.jsonl"), COMPANY + INVOICE);

    Answer answer =
        run(
            "--ledger",
            ledger.toString(),
            "--plans",
            folder.resolve("plans.yaml").toString(),
            "--as-of",
            "2026-12-06");

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines).hasSize(1);
    assertThat(answer.lines.getFirst()).startsWith("{\"type\":\"problem\"").contains("line 4");
  }

  @Test
  void aLineThatIsRefusedIsAProblemAndTheRestIsDunned() throws IOException {
    Answer answer = dun(COMPANY + INVOICE + "{\"type\":\"invoice\"}\n", "--as-of", "2026-12-06");

    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines.getFirst()).startsWith("{\"type\":\"problem\"");
    assertThat(answer.lines.getLast()).contains("\"state\":\"DUE\"");
  }

  @Test
  void wrongUsageIsToldApart() throws IOException {
    assertThat(dun(COMPANY, "--as-of", "2026-12-06", "--until", "2026-12-05").status).isEqualTo(2);
    assertThat(dun(COMPANY, "--as-of", "soon").status).isEqualTo(2);
    assertThat(run("--ledger", "nowhere", "--plans", "x", "--as-of", "2026-12-06").status)
        .isEqualTo(2);
  }

  @Test
  void aBackTestSaysHowMuchWouldHaveComeAfterPayment() throws IOException {
    String paid = INVOICE.replace("\"outstanding\":\"100.00\"", "\"outstanding\":\"0.00\"");
    String books =
        COMPANY
            + paid.replace("\"OPEN\"", "\"PAID\"")
            + PAYMENT.formatted("100.00")
            + """
            {"type":"allocation","paymentId":"p-1","invoiceId":"i-1","amount":"100.00","decision":"BOOKED"}
            """;
    String[] days = {"--as-of", "2026-11-01", "--until", "2026-12-31", "--back-test"};

    Answer answer = dun(books, days);
    assertThat(answer.words).contains("1 would have gone, 0 of them after payment");
    assertThat(answer.words).contains("standard, first (EMAIL): 1, 0 of them after payment");
    assertThat(answer.lines).isEmpty();

    Answer late = dun(books.replace("2026-12-08", "2026-12-06"), days);
    assertThat(late.words).contains("1 would have gone, 1 of them after payment");
    assertThat(late.lines).singleElement().asString().contains("\"on\":\"2026-12-06\"");
  }

  private Answer dun(String ledger, String... more) throws IOException {
    Path books = Files.writeString(folder.resolve("ledger.jsonl"), ledger);
    Path plans = Files.writeString(folder.resolve("plans.yaml"), PLANS);
    List<String> arguments =
        new ArrayList<>(List.of("--ledger", books.toString(), "--plans", plans.toString()));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static Answer run(String... arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(new DunCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(words, true))
            .execute(arguments);
    return new Answer(
        status, data.toString(StandardCharsets.UTF_8).lines().toList(), words.toString());
  }
}
