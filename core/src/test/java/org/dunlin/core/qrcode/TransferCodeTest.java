package org.dunlin.core.qrcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of the code, line by line as EPC069-12 has it. */
class TransferCodeTest {
  private static final String IBAN = "NL44RABO0123456789";

  @Test
  void oneStructuredReferenceStandsInTheLineForIt() {
    assertThat(code("EUR 1210.00", List.of("RF18 5390 0754 7034")))
        .isEqualTo(
            "BCD\n002\n1\nSCT\n\nAcme B.V.\nNL44RABO0123456789\nEUR1210.00\n\nRF18539007547034");
  }

  @Test
  void numbersStandInTheUnstructuredText() {
    assertThat(code("EUR 0.01", List.of("2026-0042", "RF18539007547034")))
        .endsWith("\nEUR0.01\n\n\n2026-0042, RF18539007547034");
  }

  @Test
  void aReferenceWhoseCheckDigitsAreWrongIsOnlyText() {
    assertThat(code("EUR 1.00", List.of("RF19539007547034"))).endsWith("\n\n\nRF19539007547034");
  }

  @ParameterizedTest
  @ValueSource(strings = {"EUR 0.00", "EUR 1000000000.00", "USD 10.00", "EUR -1.00"})
  void whatTheCodeCannotSayHasNone(String amount) {
    assertThat(TransferCode.of("Acme", IBAN, Money.parse(amount), List.of("1"))).isEmpty();
  }

  @Test
  void theLargestAmountHasOne() {
    assertThat(code("EUR 999999999.99", List.of("1"))).contains("\nEUR999999999.99\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NL44RABO0123456780", "12345"})
  void anAccountThatIsNoIbanHasNone(String iban) {
    assertThat(TransferCode.of("Acme", iban, Money.parse("EUR 1.00"), List.of("1"))).isEmpty();
  }

  @Test
  void asManyNumbersAsFindRoomStandWholeAndTheOthersAreCounted() {
    List<String> numbers = IntStream.range(0, 40).mapToObj(i -> "2026-" + (1000 + i)).toList();

    String text = TransferCode.remittance(numbers);

    assertThat(text).startsWith("2026-1000, 2026-1001, ").endsWith(" +28").hasSizeLessThan(141);
    assertThat(numbers).containsAll(List.of(text.replace(" +28", "").split(", ")));
  }

  @Test
  void aNameOfManyBytesLeavesNoRoomAndThereIsNoCode() {
    String name = String.join("", Collections.nCopies(70, "\u4e00"));
    String text = String.join("", Collections.nCopies(140, "x"));

    assertThat(TransferCode.of(name, IBAN, Money.parse("EUR 1.00"), List.of(text))).isEmpty();
  }

  @Property
  void nothingInANameOrNumberAddsALineAndEveryCodeFits(@ForAll String name, @ForAll String number) {
    TransferCode.of(name, IBAN, Money.parse("EUR 12.30"), List.of(number))
        .ifPresent(
            code -> {
              assertThat(code.split("\n", -1)).hasSizeBetween(10, 11);
              assertThat(code.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(331);
            });
  }

  /** The published examples differ in what the hub never gives: BIC, purpose, other encodings. */
  @Test
  void itAgreesWithPublishedExamples() throws IOException {
    String samples = System.getProperty("dunlin.samples", "");
    Path file = Path.of(samples, "sepa", "epc-qr", "epc-qr-open.json");
    assumeThat(!samples.isEmpty() && Files.exists(file))
        .as("the samples of EPC QR codes are absent; this test is skipped")
        .isTrue();
    for (JsonNode vector : new JsonMapper().readTree(file.toFile()).path("vectors")) {
      JsonNode input = vector.path("input");
      String quoted =
          input.has("reference") ? input.path("reference").asText() : input.path("text").asText();
      Money amount = Money.parse("EUR " + input.path("amount").asText());
      TransferCode.of(
              input.path("name").asText(), input.path("iban").asText(), amount, List.of(quoted))
          .ifPresent(
              code ->
                  assertThat(comparable(code))
                      .isEqualTo(comparable(vector.path("payload").asText())));
    }
  }

  private static List<String> comparable(String code) {
    String[] lines = code.split("\n", -1);
    lines[2] = "encoding";
    lines[4] = "BIC";
    lines[7] = lines[7].replaceFirst("(\\.\\d)$", "$10");
    lines[8] = "purpose";
    return List.of(lines);
  }

  private static String code(String amount, List<String> quoted) {
    return TransferCode.of("Acme B.V.", IBAN, Money.parse(amount), quoted).orElseThrow();
  }
}
