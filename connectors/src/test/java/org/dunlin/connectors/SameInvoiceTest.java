package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** An invoice that was published in two syntaxes is the same invoice in both. */
class SameInvoiceTest {
  /** UBL demands an order where a sales order is given; the testsuite fills in this word. */
  private static final String FILLER = "Dummywert";

  private record Pair(Path ubl, Path cii) {
    String name() {
      return ubl.getFileName() + " and " + cii.getFileName();
    }
  }

  @TestFactory
  Stream<DynamicTest> inUblAndInCiiTheRecordsAreEqual() throws IOException {
    Path samples = Samples.folder("e-invoices");
    List<Pair> pairs = new ArrayList<>();
    pairs.addAll(pairs(samples.resolve("xrechnung"), "_ubl.xml", "_uncefact.xml"));
    pairs.addAll(pairs(samples.resolve("zugferd-facturx"), ".ubl.xml", ".cii.xml"));
    assertThat(pairs).hasSizeGreaterThan(40);
    return pairs.stream().map(pair -> DynamicTest.dynamicTest(pair.name(), () -> same(pair)));
  }

  private static void same(Pair pair) throws IOException {
    List<CanonicalRecord> ubl = Samples.read(pair.ubl());
    List<CanonicalRecord> cii = Samples.read(pair.cii());
    if (ubl.getFirst() instanceof Problem problem) {
      assertThat(cii).singleElement().isInstanceOf(Problem.class);
      assertThat(((Problem) cii.getFirst()).code()).isEqualTo(problem.code());
    } else if (((Invoice) ubl.getLast()).orderReference() instanceof String order
        && order.equals(FILLER)) {
      assertThat(withoutOrder(cii)).isEqualTo(withoutOrder(ubl));
    } else {
      assertThat(cii).isEqualTo(ubl);
    }
  }

  private static List<String> withoutOrder(List<CanonicalRecord> records) {
    return records.stream()
        .map(CanonicalWriter::line)
        .map(line -> line.replaceAll(",\"orderReference\":\"[^\"]*\"", ""))
        .toList();
  }

  private static List<Pair> pairs(Path folder, String ubl, String cii) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(ubl))
          .map(file -> new Pair(file, Path.of(file.toString().replace(ubl, cii))))
          .filter(pair -> Files.exists(pair.cii()))
          .sorted((one, other) -> one.ubl().compareTo(other.ubl()))
          .toList();
    }
  }
}
