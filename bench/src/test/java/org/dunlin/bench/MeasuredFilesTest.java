package org.dunlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Formats;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is measured is read in full: each entry gives its payment, each invoice its record. */
class MeasuredFilesTest {
  @ParameterizedTest
  @EnumSource(LineFormat.class)
  void eachEntryGivesAPayment(LineFormat format) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    format.translator().translate(new GeneratedLines(format, 300), "measured", records::add);

    assertThat(records).noneMatch(Problem.class::isInstance);
    assertThat(records).filteredOn(Payment.class::isInstance).hasSize(300);
  }

  @ParameterizedTest
  @EnumSource(InvoiceFormat.class)
  void eachInvoiceGivesItsRecord(InvoiceFormat format) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    Formats.translator(format.format())
        .translate(new ByteArrayInputStream(format.bytes()), "measured", records::add);

    assertThat(records).noneMatch(Problem.class::isInstance);
    assertThat(records).filteredOn(Invoice.class::isInstance).hasSize(1);
  }
}
