package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/**
 * The published files of Swiss banks are read as the program reads them that they were made for.
 */
class CsvConformanceTest {
  private static final String PROPERTY = "dunlin.samples";

  /** Of a column heading that got into the table, the other program reads no amount either. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9.]+");

  /** What an admin adds for files that name neither their account nor their currency. */
  private static final List<String> SAID =
      List.of(
          "akb",
          "bancastato",
          "bancastato-2014",
          "bancastato-2018",
          "bancastato-2022",
          "bcv",
          "bekb",
          "credit-suisse",
          "migrosbank",
          "migrosbank-fr",
          "postfinance",
          "postfinance-card",
          "raiffeisen-ch");

  /** What is wrong with the published files themselves, or of a form that nobody describes here. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          // shortened or anonymised until entries and balances parted
          Map.entry("csv_akb_example_format1_20220630", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_akb_example_format1_20221231", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_bancastato_example_format5_20231117", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_postfinance_example_format1_20160407", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_postfinance_example_format1_20160707", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_example_format3_20171231", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_example_format5_20190107", "BALANCE_DOES_NOT_TIE"),
          Map.entry("csv_example_format5_20220518", "BALANCE_DOES_NOT_TIE"),
          // an invented currency; a mangled mark between groups; a quote that never ends; a
          // delimiter within a text
          Map.entry("csv_bancastato_example_format1_20141209", "UNKNOWN_CURRENCY"),
          Map.entry("csv_bancastato_example_format5_20231123USD", "WRONG_AMOUNT"),
          Map.entry("csv_example_format2_20161231", "MALFORMED_CSV"),
          Map.entry("csv_example_format5_20181025", "WRONG_DATE"),
          // with zero bytes in it, without header, of before 2010, or a card whose signs the two
          // programs see otherwise
          Map.entry("csv_postfinance_example_format1_20030903-B", "UNKNOWN_FORMAT"),
          Map.entry("csv_postfinance_example_format1_20121101-B", "UNKNOWN_CSV"),
          Map.entry("csv_postfinance_example_format1_20170731-SBU", "UNKNOWN_CSV"),
          Map.entry("csv_postfinance_example_format2_20090401", "UNKNOWN_CSV"),
          Map.entry("csv_postfinance_example_format4_20230509", "UNKNOWN_CSV"),
          Map.entry("csv_example_format1_20080304", "UNKNOWN_CSV"),
          Map.entry("csv_migrosbank_example_formatCC1_en_20250625", "UNKNOWN_CSV"));

  /**
   * Of the first the other program opens bookings of several orders, of which this reads the
   * bookings; of the second its own table is cut at commas within texts.
   */
  private static final Set<String> OTHERWISE =
      Set.of("csv_akb_example_format1_20150713", "csv_creditsuisse_example_format5_20240108");

  private static int files;
  private static int entries;
  private static int right;
  private static int otherTexts;
  private static final List<String> wrong = new ArrayList<>();

  @Test
  void everyEntryIsWhatTheProgramReadsForWhichTheFilesWereMade() throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (Path file : inputs()) {
      files++;
      try {
        List<Payment> payments = payments(Files.readAllBytes(file));
        if (!OTHERWISE.contains(name(file))) {
          compare(file, expected(file), payments);
        }
      } catch (Untranslatable e) {
        refused.put(name(file), e.problem().code());
      }
    }
    System.out.printf(
        "CSV: %d files, %d entries, %d fields right, %d wrong, %d texts of another form; refused"
            + " %s%n",
        files, entries, right, wrong.size(), otherTexts, refused);
    assertThat(wrong).isEmpty();
    assertThat(refused).containsExactlyInAnyOrderEntriesOf(REFUSED);
  }

  /** One row of the other program's table. */
  private record Expected(
      String date, String value, String reference, String text, BigDecimal signed) {}

  private static void compare(Path file, List<Expected> expected, List<Payment> payments) {
    List<Expected> left = new ArrayList<>(expected);
    left.removeIf(each -> each.signed().signum() == 0);
    for (Payment payment : payments) {
      entries++;
      BigDecimal amount = payment.amount().getAmount();
      BigDecimal signed = payment.direction() == Direction.IN ? amount : amount.negate();
      List<Expected> alike =
          left.stream()
              .filter(each -> each.date().equals(payment.bookingDate().toString()))
              .filter(each -> each.signed().compareTo(signed) == 0)
              .toList();
      Expected same =
          alike.stream().filter(each -> sameText(each, payment)).findFirst().orElse(null);
      if (alike.isEmpty()) {
        wrong.add(name(file) + ": not expected " + payment.bookingDate() + " " + signed);
        continue;
      }
      otherTexts += same == null ? 1 : 0;
      right += same == null ? 2 : 3;
      Expected chosen = same == null ? alike.getFirst() : same;
      left.remove(chosen);
      values(file, chosen, payment);
    }
    left.forEach(each -> wrong.add(name(file) + ": missing " + each));
  }

  private static void values(Path file, Expected expected, Payment payment) {
    String value = payment.valueDate() == null ? "" : payment.valueDate().toString();
    if (!expected.value().isEmpty() && !value.isEmpty()) {
      check(file, expected.value().equals(value), "value date " + value + " of " + expected);
    }
    String reference = payment.details().references().bankReference();
    if (!expected.reference().isEmpty() && reference != null) {
      check(file, expected.reference().equals(reference), reference + " of " + expected);
    }
  }

  private static void check(Path file, boolean holds, String what) {
    if (holds) {
      right++;
    } else {
      wrong.add(name(file) + ": " + what);
    }
  }

  /** The other program writes texts with other capitals and marks. */
  private static boolean sameText(Expected expected, Payment payment) {
    String one = letters(expected.text());
    String other = letters(payment.remittance() == null ? "" : payment.remittance());
    return one.contains(other) || other.contains(one);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".csv", "");
  }

  private static List<Payment> payments(byte[] bytes) throws IOException {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD_BYTES));
    Detection files = new Detection(said());
    Detected detected =
        files.detect(head).orElseThrow(() -> new Untranslatable(files.unknown(head, "file")));
    List<CanonicalRecord> records = new ArrayList<>();
    detected.translator().translate(new ByteArrayInputStream(bytes), "file", records::add);
    return records.stream().filter(Payment.class::isInstance).map(Payment.class::cast).toList();
  }

  /** The carried descriptions, each with an account and a currency for files that have none. */
  private static Descriptions said() {
    return new Descriptions(
        () ->
            SAID.stream()
                .map(
                    name ->
                        new DescriptionFile(
                            "own-" + name + ".yaml",
                            ("description: own-"
                                    + name
                                    + "\nextends: "
                                    + name
                                    + "\n"
                                    + "constants: {account: CH9300762011623852957, currency:"
                                    + " CHF}\n")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList());
  }

  private static List<Expected> expected(Path input) throws IOException {
    String name = input.getFileName().toString().replace(".csv", ".json");
    Path json = input.resolveSibling("../expected-json").resolve(name);
    List<Expected> expected = new ArrayList<>();
    for (JsonNode table : new ObjectMapper().readTree(json.toFile())) {
      List<String> header = new ArrayList<>();
      table.path("header").forEach(each -> header.add(each.asText()));
      for (JsonNode row : table.path("rows")) {
        String in = cell(header, row, "Income");
        String out = cell(header, row, "Expenses");
        if (NUMBER.matcher(in + out).matches()) {
          BigDecimal signed =
              (in.isEmpty() ? BigDecimal.ZERO : new BigDecimal(in))
                  .subtract(out.isEmpty() ? BigDecimal.ZERO : new BigDecimal(out));
          expected.add(
              new Expected(
                  cell(header, row, "Date"),
                  cell(header, row, "DateValue"),
                  cell(header, row, "ExternalReference"),
                  cell(header, row, "Description"),
                  signed));
        }
      }
    }
    return expected;
  }

  private static String cell(List<String> header, JsonNode row, String name) {
    int place = header.indexOf(name);
    return place < 0 || place >= row.size() ? "" : row.get(place).asText();
  }

  private static List<Path> inputs() throws IOException {
    String samples = System.getProperty(PROPERTY, "");
    assumeTrue(!samples.isBlank(), "skipped: -D" + PROPERTY + " does not name the sample files");
    Path folder = Path.of(samples).resolve("bank-statements/csv/banana-swiss");
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(each -> each.resolveSibling("").endsWith("input"))
          .filter(each -> !each.toString().contains("twint"))
          .sorted()
          .toList();
    }
  }
}
