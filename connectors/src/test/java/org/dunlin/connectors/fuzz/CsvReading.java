package org.dunlin.connectors.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.csv.DescriptionFile;
import org.dunlin.connectors.csv.Descriptions;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;

/** CSV by descriptions, and descriptions themselves. */
final class CsvReading {
  private static final List<DescriptionFile> FILES =
      List.of(file("statement.yaml"), file("invoices.yaml"));
  private static final Detection DETECTION = new Detection(new Descriptions(() -> FILES));
  private static final byte[] STATEMENT = Seeds.files("/csv/statement.csv").getFirst();

  static {
    // the carried descriptions are loaded once, which is no cost of an input
    if (DETECTION.detect(STATEMENT).isEmpty()) {
      throw new IllegalStateException(DETECTION.unknown(STATEMENT, "statement.csv").message());
    }
  }

  private CsvReading() {}

  static List<byte[]> files() {
    return Seeds.files("/csv/statement.csv", "/csv/invoices.csv", "/csv/unknown.csv");
  }

  static List<byte[]> descriptions() {
    return Seeds.files("/csv/statement.yaml", "/csv/invoices.yaml");
  }

  /** As a file that enters; where nobody described it, what it proposes is no less sound. */
  static boolean takes(byte[] input) throws IOException {
    byte[] head = Arrays.copyOf(input, Math.min(input.length, Formats.HEAD_BYTES));
    Optional<Detected> detected = DETECTION.detect(head);
    if (detected.isEmpty()) {
      Descriptions.proposed(head, "proposed").ifPresent(CsvReading::isDescription);
      return Reader.written(DETECTION.unknown(head, "file"));
    }
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      detected.get().translator().translate(new ByteArrayInputStream(input), "file", records::add);
    } catch (Untranslatable untranslatable) {
      return Reader.written(untranslatable.problem());
    }
    Reader.writtenAndReadAgain(records);
    return records.stream().noneMatch(Problem.class::isInstance);
  }

  /** A proposal may be open, but it is YAML of the form. */
  private static void isDescription(String yaml) {
    DescriptionFile file =
        new DescriptionFile("proposed.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    new Descriptions(() -> List.of(file))
        .faults()
        .forEach(
            fault -> {
              if (fault.sentence().startsWith("This is not YAML")) {
                throw new AssertionError(fault + "\n" + yaml);
              }
            });
  }

  /** As a description that is dropped in, with a file that may be read by it. */
  static boolean describes(byte[] input) throws IOException {
    DescriptionFile file = new DescriptionFile("statement.yaml", input);
    Descriptions descriptions = new Descriptions(() -> List.of(file));
    boolean sound = descriptions.faults().isEmpty();
    if (descriptions.faults().toString().contains("cannot be read at all")) {
      throw new AssertionError(descriptions.faults().toString());
    }
    Optional<Detected> detected = descriptions.detect(STATEMENT);
    if (detected.isPresent()) {
      try {
        List<CanonicalRecord> records = new ArrayList<>();
        detected
            .get()
            .translator()
            .translate(new ByteArrayInputStream(STATEMENT), "file", records::add);
        Reader.writtenAndReadAgain(records);
      } catch (Untranslatable untranslatable) {
        Reader.written(untranslatable.problem());
      }
    }
    return sound;
  }

  private static DescriptionFile file(String name) {
    return new DescriptionFile(name, Seeds.files("/csv/" + name).getFirst());
  }
}
