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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/** The published files of Swiss banks are read as the program reads them that they were made for. */
class CsvConformanceTest {
  private static final String PROPERTY = "dunlin.samples";

  /** What an admin adds for files that name neither their account nor their currency. */
  private static final List<String> SAID =
      List.of(
          "akb", "bancastato", "bancastato-2014", "bancastato-2018", "bancastato-2022", "bcv",
          "bekb", "credit-suisse", "migrosbank", "migrosbank-card", "migrosbank-fr", "postfinance",
          "postfinance-card", "raiffeisen-ch", "twint");

  /** Files of which nothing is known but that they are of the bank, with why. */
  private static final Map<String, String> REFUSED = new TreeMap<>();

  static {
    REFUSED.put("csv_akb_example_format1_20150713.csv", "?");
  }

  private static int files;
  private static int entries;
  private static int right;
  private static int wrong;

  @Test
  void everyEntryIsWhatTheProgramReadsForWhichTheFilesWereMade() throws IOException {
    List<String> refused = new ArrayList<>();
    for (Path file : inputs()) {
      files++;
      List<Expected> expected = expected(file);
      try {
        compare(file, expected, payments(Files.readAllBytes(file)));
      } catch (Untranslatable e) {
        refused.add(file.getFileName() + ": " + e.problem());
      }
    }
    System.out.printf(
        "CSV: %d files, %d refused, %d entries, %d fields right, %d wrong%n",
        files, refused.size(), entries, right, wrong);
    refused.forEach(System.out::println);
    assertThat(wrong).isZero();
  }

  /** One row of the other program's table. */
  private record Expected(String date, String value, String reference, String text, BigDecimal signed) {}

  private static void compare(Path file, List<Expected> expected, List<Payment> payments) {
    System.out.println(file.getFileName() + " expected " + expected.size() + " read " + payments.size());
    List<Expected> left = new ArrayList<>(expected);
    for (Payment payment : payments) {
      entries++;
      BigDecimal amount = payment.amount().getAmount();
      BigDecimal signed = payment.direction() == Direction.IN ? amount : amount.negate();
      Optional<Expected> same =
          left.stream()
              .filter(each -> each.date().equals(payment.bookingDate().toString()))
              .filter(each -> each.signed().compareTo(signed) == 0)
              .findFirst();
      if (same.isEmpty()) {
        wrong++;
        System.out.println("  not expected: " + payment.bookingDate() + " " + signed);
        continue;
      }
      left.remove(same.get());
      right += 2;
      String value = payment.valueDate() == null ? "" : payment.valueDate().toString();
      if (!same.get().value().isEmpty()) {
        if (same.get().value().equals(value)) {
          right++;
        }
      }
    }
    left.forEach(each -> System.out.println("  missing: " + each));
    wrong += left.size();
  }

  private static List<Payment> payments(byte[] bytes) throws IOException {
    byte[] head = Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD_BYTES));
    Detected detected =
        said()
            .detect(head)
            .orElseThrow(() -> new Untranslatable(said().unknown(head, "file").orElseThrow()));
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
                            ("description: own-" + name + "\nextends: " + name
                                    + "\nconstants: {account: CH9300762011623852957, currency: CHF}\n")
                                .getBytes(StandardCharsets.UTF_8)))
                .toList());
  }

  private static List<Expected> expected(Path input) throws IOException {
    String name = input.getFileName().toString().replace(".csv", ".json");
    Path json = input.getParent().getParent().resolve("expected-json").resolve(name);
    List<Expected> expected = new ArrayList<>();
    for (JsonNode table : new ObjectMapper().readTree(json.toFile())) {
      List<String> header = new ArrayList<>();
      table.path("header").forEach(each -> header.add(each.asText()));
      for (JsonNode row : table.path("rows")) {
        String in = cell(header, row, "Income");
        String out = cell(header, row, "Expenses");
        if (!in.isEmpty() || !out.isEmpty()) {
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
      return all.filter(each -> each.getParent().endsWith("input"))
          .filter(each -> !each.toString().contains("twint"))
          .sorted()
          .toList();
    }
  }
}
