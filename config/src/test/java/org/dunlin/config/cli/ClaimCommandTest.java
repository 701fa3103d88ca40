package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
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
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** {@code dunlin claim --country NL …}. */
class ClaimCommandTest {
  private static final String DUTCH =
      "--country NL --business --principal 1210.00 --currency EUR --due 2025-12-01";

  @TempDir private Path folder;

  private record Answer(int status, String data, String words) {
    List<String> lines() {
      return data.lines().toList();
    }
  }

  @Test
  void claimsAreLinesOfStandardOutputAndTheComputationGoesToStandardError() {
    Answer answer = run(DUTCH + " --on 2025-12-06");
    assertThat(answer.status).isZero();
    assertThat(answer.lines()).hasSize(2);
    assertThat(answer.lines().getFirst())
        .startsWith(
            "{\"type\":\"claim\",\"kind\":\"INTEREST\",\"amount\":\"1.68\",\"currency\":\"EUR\","
                + "\"from\":\"2025-12-02\",\"to\":\"2025-12-06\",\"rate\":\"10.15\","
                + "\"law\":\"NL BW 6:119a\",\"source\":\"");
    assertThat(answer.lines().get(1))
        .contains("\"kind\":\"COSTS\"", "\"amount\":\"181.50\"", "\"law\":\"NL BW 6:96\"");
    assertThat(answer.words)
        .containsPattern("2025-12-02 +2025-12-06 +5 +EUR 1210.00 +10.15 +0.336479 +EUR 1.68")
        .contains("Together EUR 183.18", "Source: NL BW 6:119a: Burgerlijk Wetboek");
  }

  @Test
  void everyLineIsCanonical() throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    Answer answer =
        run(DUTCH + " --on 2027-02-01 --paid 2026-03-01=200.00 --vat-recoverable false");
    new CanonicalReader("claims")
        .read(new ByteArrayInputStream(answer.data.getBytes(StandardCharsets.UTF_8)), records::add);
    assertThat(records).hasSize(answer.lines().size()).hasSizeGreaterThan(4);
    assertThat(records).allMatch(each -> each instanceof Claim || each instanceof Problem);
  }

  @Test
  void whereItIsNotSaidWhoOwesTheDebtorIsAConsumer() {
    Answer answer =
        run("--country DE --principal 1000.00 --currency EUR --due 2025-03-10 --on 2025-03-20");
    assertThat(answer.data).contains("DE BGB 288(1)").doesNotContain("FIXED_SUM");
    assertThat(answer.words).contains("it was not said who owes");
  }

  @Test
  void costsThatAreNotOwedYetHaveNoLineAndItIsSaidFromWhen() {
    String consumer =
        "--country NL --consumer --principal 1000.00 --currency EUR --due 2025-05-01 --on ";
    Answer without = run(consumer + "2025-05-24");
    assertThat(without.data).doesNotContain("COSTS");
    assertThat(without.words).contains("--reminder-received");
    Answer within = run(consumer + "2025-05-24 --reminder-received 2025-05-10");
    assertThat(within.data).doesNotContain("COSTS");
    assertThat(within.words)
        .contains("costs of EUR 150.00 from 2025-05-25, if 2025-05-24 passes without payment");
    assertThat(run(consumer + "2025-05-25 --reminder-received 2025-05-10").data)
        .contains("\"kind\":\"COSTS\",\"amount\":\"150.00\"");
  }

  @Test
  void aMissingRateIsAProblemLineAndTheRestIsPrinted() {
    Answer answer =
        run(
            "--country DE --business --principal 1000.00 --currency EUR --due 2026-12-20"
                + " --on 2027-01-10");
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines()).hasSize(3);
    assertThat(answer.lines().getFirst()).contains("\"to\":\"2026-12-31\"");
    assertThat(answer.lines().getLast())
        .startsWith("{\"type\":\"problem\"")
        .contains("RATE_MISSING", "2027-01-01 to 2027-01-10", "DE_BASE");
  }

  @Test
  void aMissingRateIsTakenFromOnesOwnFile() throws IOException {
    Path rates =
        Files.writeString(
            folder.resolve("rates.csv"),
            "series,valid_from,percent,status,source\nDE_BASE,2027-01-01,1.77,known,my reading\n");
    Answer answer =
        run(
            "--country DE --business --principal 1000.00 --currency EUR --due 2026-12-31"
                + " --on 2027-01-10 --rates "
                + rates);
    assertThat(answer.status).isZero();
    assertThat(answer.lines().getFirst()).contains("\"rate\":\"10.77\"", "my reading");
  }

  @Test
  void aFileOfRatesThatCannotBeTakenIsAProblemWithItsPlace() throws IOException {
    Path rates = Files.writeString(folder.resolve("rates.csv"), "series,percent\n");
    Answer answer = run(DUTCH + " --on 2025-12-06 --rates " + rates);
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.lines()).hasSize(1);
    assertThat(answer.data).contains("MISSING_FIELD", "line 1");
  }

  @Test
  void aRateThatIsToBeVerifiedSaysSoInItsSourceAndAsksForIt() {
    Answer answer =
        run(
            "--country NL --business --principal 1210.00 --currency EUR --due 2026-12-01"
                + " --on 2026-12-06");
    assertThat(answer.status).isZero();
    assertThat(answer.lines().getFirst()).contains("(check: to be verified)\"}");
    assertThat(answer.words).contains("To be verified: 10.40 %", "--rates");
  }

  @Test
  void beforeItIsLateThereIsNoLine() {
    Answer answer = run(DUTCH + " --on 2025-12-01");
    assertThat(answer.status).isZero();
    assertThat(answer.data).isEmpty();
    assertThat(answer.words).contains("not late before 2025-12-02");
  }

  @Test
  void aCountryWhoseLawIsNotCarriedIsAProblem() {
    Answer answer =
        run(
            "--country US --business --principal 1 --currency USD --due 2025-01-01 --on 2025-02-01");
    assertThat(answer.status).isEqualTo(1);
    assertThat(answer.data).contains("LAW_MISSING");
  }

  @Test
  void theUnitedKingdomIsKnownByBothItsNames() {
    String debt = " --business --principal 10 --currency GBP --due 2025-01-01 --on 2025-02-01";
    assertThat(run("--country UK" + debt).data).isEqualTo(run("--country gb" + debt).data);
    assertThat(run("--country GB" + debt).lines()).hasSize(2);
  }

  @Test
  void claimsOfOneDemandAreAddedBeforeCostsAreReckoned() {
    Answer answer =
        run(
            "--country NL --consumer --principal 100.00 --currency EUR --due 2025-04-01"
                + " --with 2025-05-01=200.00 --on 2025-06-30 --reminder-received 2025-05-10");
    assertThat(answer.lines()).filteredOn(line -> line.contains("COSTS")).hasSize(1);
    assertThat(answer.lines().getLast()).contains("\"amount\":\"45.00\"");
  }

  @Test
  void whatWasAgreedTakesThePlaceOfTheRateAndAFeeHasALineOfItsOwn() {
    Answer answer =
        run(
            DUTCH
                + " --on 2025-12-31 --agreed-rate 6.5 --late-since 2025-12-11"
                + " --fee 2025-12-20=12.50");
    assertThat(answer.lines().getFirst())
        .contains("\"from\":\"2025-12-11\"", "\"rate\":\"6.50\"", "\"law\":\"agreed\"");
    assertThat(answer.lines().getLast()).contains("\"kind\":\"FEE\"", "\"amount\":\"12.50\"");
  }

  @Test
  void howTheLawTakesAPaymentIsAViewBesideTheBooks() {
    Answer answer = run(DUTCH + " --on 2025-12-31 --paid 2025-12-11=500.00");
    assertThat(answer.words)
        .contains("NL BW 6:44", "EUR 500.00 of 2025-12-11: on costs EUR 181.50")
        .contains("open then: EUR 710.00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--country NL",
        DUTCH,
        DUTCH + " --on yesterday",
        DUTCH + " --on 2025-12-06 --consumer",
        DUTCH + " --on 2025-12-06 --paid 2025-12-03",
        DUTCH + " --on 2025-12-06 --paid 2025-12-03=-5.00",
        DUTCH + " --on 2025-12-06 --paid 2025-12-03=0.00",
        DUTCH + " --on 2025-12-06 --paid 2025-12-33=5.00",
        DUTCH + " --on 2025-12-06 --vat-recoverable perhaps",
        DUTCH + " --on 2025-12-06 --late-since 2025-12-01",
        DUTCH + " --on 2025-12-06 --agreed-rate -1",
        DUTCH + " --on 2025-12-06 --rates none.csv",
        "--country Holland --principal 1 --currency EUR --due 2025-01-01 --on 2025-02-01",
        "--country NL --principal 1,50 --currency EUR --due 2025-01-01 --on 2025-02-01",
        "--country NL --principal -1 --currency EUR --due 2025-01-01 --on 2025-02-01",
        "--country NL --principal 1.505 --currency EUR --due 2025-01-01 --on 2025-02-01",
        "--country NL --principal 1 --currency EURO --due 2025-01-01 --on 2025-02-01"
      })
  void wrongUsageSaysSoAndPrintsNothing(String arguments) {
    Answer answer = run(arguments);
    assertThat(answer.status).isEqualTo(2);
    assertThat(answer.data).isEmpty();
    assertThat(answer.words).isNotBlank();
  }

  @Test
  void helpSaysWhatEachOptionDoes() {
    assertThat(run("--help").status).isZero();
  }

  private static Answer run(String arguments) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    StringWriter words = new StringWriter();
    int status =
        new CommandLine(new ClaimCommand(new PrintStream(data, true, StandardCharsets.UTF_8)))
            .setErr(new PrintWriter(words, true))
            .setOut(new PrintWriter(new StringWriter()))
            .execute(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    return new Answer(status, data.toString(StandardCharsets.UTF_8), words.toString());
  }
}
