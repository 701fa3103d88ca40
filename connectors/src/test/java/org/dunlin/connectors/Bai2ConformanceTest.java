package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every published BAI2 file is read as it stands: counts, control totals and balances hold. */
class Bai2ConformanceTest {
  private static final Tally TALLY = new Tally("BAI2");
  private static final Pattern DETAIL =
      Pattern.compile("(?:^|/\\s+)16,[0-9]{3},(0*[1-9][0-9]*),", Pattern.MULTILINE);

  /** Says in the report that the others are skipped: a factory without samples makes no tests. */
  @Test
  void theSamplesAreThere() {
    assertThat(Samples.folder("bank-statements/bai2")).isDirectory();
  }

  @AfterAll
  static void report() {
    TALLY.print();
  }

  @TestFactory
  Stream<DynamicTest> everyDetailIsAPayment() throws IOException {
    Path folder = Samples.folder("bank-statements/bai2");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(
              file -> DynamicTest.dynamicTest(folder.relativize(file).toString(), () -> read(file)))
          .toList()
          .stream();
    }
  }

  private static void read(Path file) throws IOException {
    List<CanonicalRecord> records = Samples.read(file);
    List<Payment> payments =
        records.stream().filter(Payment.class::isInstance).map(Payment.class::cast).toList();
    List<BigDecimal> expected =
        DETAIL
            .matcher(Files.readString(file))
            .results()
            .map(found -> new BigDecimal(found.group(1)).movePointLeft(2))
            .toList();
    TALLY.read(payments.size());
    TALLY.same(payments.size(), expected.size());
    for (int i = 0; i < payments.size(); i++) {
      TALLY.same(payments.get(i).amount().getAmount().compareTo(expected.get(i)), 0);
    }
    Samples.again(file);
  }
}
