package org.dunlin.connectors.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.dunning.PlanReader;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;

/** The readers of all that enters, each with files that it reads, and what it may answer. */
enum Reader {
  UBL,
  CII,
  FATTURA_PA,
  FACTUR_X,
  CAMT,
  CAMT_ADVICE,
  CSV,
  DESCRIPTIONS,
  CODA,
  CFONB_120,
  OFX,
  MT940,
  BAI2,
  CANONICAL,
  PLANS;

  /** The files that are changed. */
  List<byte[]> seeds() {
    return switch (this) {
      case UBL -> Seeds.files("/ubl/invoice.xml", "/ubl/credit-note.xml", "/fuzz/envelope.xml");
      case CII -> Seeds.files("/cii/invoice.xml", "/cii/zugferd-1.xml", "/cii/minimum.xml");
      case FATTURA_PA -> Seeds.fatturaPa();
      case FACTUR_X -> Seeds.pdfs();
      case CAMT -> Seeds.files("/camt/statement-02.xml", "/camt/statement-08.xml");
      case CAMT_ADVICE ->
          Seeds.files("/camt/notification-08.xml", "/camt/report-02.xml", "/camt/report-01.xml");
      case CSV -> CsvReading.files();
      case DESCRIPTIONS -> CsvReading.descriptions();
      case CODA -> Seeds.files("/fuzz/statement.cod");
      case CFONB_120 -> Seeds.files("/fuzz/statement.cfonb120");
      case OFX -> Seeds.files("/fuzz/statement-1.ofx", "/fuzz/statement-2.ofx");
      case MT940 -> Seeds.files("/mt940/german.sta", "/mt940/dutch.sta", "/mt940/interim.sta");
      case BAI2 -> Seeds.files("/bai2/report.bai");
      case CANONICAL -> Seeds.files("/fuzz/ledger.jsonl");
      case PLANS -> Seeds.files("/fuzz/plans.yaml", "/org/dunlin/core/dunning/standard.yaml");
    };
  }

  /**
   * Whether the input is taken without a problem. What is refused must be refused by the types that
   * are for it; any other exception is the finding that this looks for.
   */
  boolean takes(byte[] input) throws IOException {
    return switch (this) {
      case UBL, CII, FATTURA_PA, FACTUR_X, CAMT, CAMT_ADVICE, MT940, BAI2, CODA, CFONB_120, OFX ->
          file(input);
      case CSV -> CsvReading.takes(input);
      case DESCRIPTIONS -> CsvReading.describes(input);
      case CANONICAL -> {
        List<CanonicalRecord> records = lines(input);
        writtenAndReadAgain(records);
        yield records.stream().noneMatch(Problem.class::isInstance);
      }
      case PLANS -> plans(input);
    };
  }

  private static boolean plans(byte[] input) throws IOException {
    try {
      return !PlanReader.read(new ByteArrayInputStream(input), "plans.yaml").isEmpty();
    } catch (PlanRefused refused) {
      return written(refused.problem());
    }
  }

  /** As a file that enters: recognised by its content, and read by who reads that. */
  private static boolean file(byte[] input) throws IOException {
    Format format = Formats.detect(input).orElse(null);
    if (format == null) {
      return written(Formats.unknown(input, "file"));
    }
    List<CanonicalRecord> records = new ArrayList<>();
    try {
      Formats.translator(format).translate(new ByteArrayInputStream(input), "file", records::add);
    } catch (Untranslatable untranslatable) {
      return written(untranslatable.problem());
    }
    writtenAndReadAgain(records);
    return records.stream().noneMatch(Problem.class::isInstance);
  }

  static boolean written(Problem problem) throws IOException {
    writtenAndReadAgain(List.of(problem));
    return false;
  }

  /** A record that the hub itself could not read back would break what comes after. */
  static void writtenAndReadAgain(List<CanonicalRecord> records) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // An allocation takes its currency from what stands before it, which a mutation may have cut.
    List<CanonicalRecord> whole = records.stream().filter(Reader::namesItsCurrency).toList();
    try (CanonicalWriter writer = new CanonicalWriter(bytes)) {
      whole.forEach(writer::write);
    }
    List<CanonicalRecord> again = lines(bytes.toByteArray());
    if (!again.equals(whole)) {
      throw new AssertionError("written and read again it differs: " + whole + " " + again);
    }
  }

  private static List<CanonicalRecord> lines(byte[] input) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    new CanonicalReader("lines").read(new ByteArrayInputStream(input), records::add);
    return records;
  }

  private static boolean namesItsCurrency(CanonicalRecord record) {
    return !(record instanceof Allocation) && !(record instanceof Adjustment);
  }
}
