package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.connectors.Detected;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class DescriptionsTest {
  private static final byte[] FILE =
      "Date;Amount;Text\n2026-11-18;1.00;a\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] SWISS =
      "Booked At;Text;Credit/Debit Amount;Balance;Valuta Date\n2026-11-18;a;1;2;2026-11-18\n"
          .getBytes(StandardCharsets.UTF_8);

  private final List<DescriptionFile> files = new ArrayList<>();
  private final Descriptions descriptions = new Descriptions(() -> List.copyOf(files));

  @Test
  void oneThatIsDroppedInIsFoundAtOnce() {
    assertThat(descriptions.detect(FILE)).isEmpty();

    drop("test", Reading.BANK.description());

    assertThat(descriptions.detect(FILE)).map(Detected::description).contains("Test bank (CSV)");
  }

  @Test
  void aBrokenOneDisturbsNobodyAndSaysWhy() {
    drop("test", Reading.BANK.description());
    drop("broken", "description: broken\nkind: [\n");

    assertThat(descriptions.detect(FILE)).isPresent();
    assertThat(descriptions.faults()).extracting(fault -> fault.file()).containsOnly("broken.yaml");
  }

  @Test
  void whatWasSoundGoesOnWhileItIsMended() {
    drop("test", Reading.BANK.description());
    assertThat(descriptions.detect(FILE)).isPresent();

    files.clear();
    drop("test", "description: te");

    assertThat(descriptions.detect(FILE)).isPresent();
    assertThat(descriptions.faults()).isNotEmpty();
  }

  @Test
  void oneThatIsTakenAwayIsKnownNoMore() {
    drop("test", Reading.BANK.description());
    assertThat(descriptions.detect(FILE)).isPresent();

    files.clear();

    assertThat(descriptions.detect(FILE)).isEmpty();
  }

  @Test
  void oneMayExtendWhatIsCarriedAlongAndCountsBeforeIt() {
    assertThat(descriptions.detect(SWISS))
        .map(Detected::description)
        .contains("Raiffeisen (Switzerland) (CSV)");

    drop(
        "ours",
        "description: ours\n"
            + "title: Our account\n"
            + "extends: raiffeisen-ch\n"
            + "constants: {currency: CHF}\n");

    assertThat(descriptions.detect(SWISS)).map(Detected::description).contains("Our account (CSV)");
  }

  @Test
  void theOneThatNamesMostColumnsCountsAndATieIsNoGuess() {
    drop("test", Reading.BANK.description());
    drop(
        "less",
        Reading.BANK
            .description()
            .replace("description: test", "description: less")
            .replace("title: Test bank", "title: Less")
            .replace("  remittance: {join: [Text, More]}\n", ""));
    assertThat(descriptions.detect(FILE)).map(Detected::description).contains("Test bank (CSV)");

    drop("twin", Reading.BANK.description().replace("description: test", "description: twin"));

    assertThat(descriptions.detect(FILE)).isEmpty();
    assertThat(descriptions.unknown(FILE, "file"))
        .map(Problem::code)
        .contains("SEVERAL_DESCRIPTIONS");
  }

  @Test
  void theOnesThatAreCarriedAlongAreSoundAndAllOfThemAreNamed() throws IOException {
    Path carried = Path.of("src", "main", "resources", "descriptions");
    try (Stream<Path> files = Files.list(carried)) {
      assertThat(Files.readAllLines(carried.resolve("index.txt")))
          .as("index.txt names all descriptions")
          .containsExactlyElementsOf(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".yaml"))
                  .sorted()
                  .toList());
    }
    assertThat(CarriedDescriptions.all()).hasSizeGreaterThan(15);
    assertThat(Optional.ofNullable(CarriedDescriptions.form("postfinance"))).isPresent();
  }

  @Test
  void theSchemaThatIsPublishedIsTheOneThatIsUsed() throws IOException {
    Path used =
        Path.of(
            "src", "main", "resources", "org", "dunlin", "connectors", "csv", "csv.schema.json");

    assertThat(Files.readString(Path.of("..", "docs", "csv.schema.json")))
        .as("copy " + used + " to docs/csv.schema.json")
        .isEqualTo(Files.readString(used));
  }

  private void drop(String name, String yaml) {
    files.add(new DescriptionFile(name + ".yaml", yaml.getBytes(StandardCharsets.UTF_8)));
  }
}
