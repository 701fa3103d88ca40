package org.dunlin.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.Formats;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Scratch;
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

  /** Of a format that asked for none, memory would grow with its files. */
  @ParameterizedTest
  @EnumSource(value = LineFormat.class, names = "CODA", mode = EnumSource.Mode.EXCLUDE)
  void whatAVeryLongStatementMakesTheHubRememberLiesOutsideMemory(LineFormat format)
      throws IOException {
    List<Scratch.Room> rooms = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    RecordSink sink =
        new RecordSink() {
          @Override
          public void accept(CanonicalRecord record) {
            if (record instanceof Payment payment) {
              ids.add(payment.id());
            }
          }

          @Override
          public Scratch scratch() {
            return () -> {
              rooms.add(Scratch.MEMORY.room());
              return rooms.getLast();
            };
          }
        };

    format.translator().translate(new GeneratedLines(format, 270_000), "measured", sink);

    assertThat(rooms).isNotEmpty();
    assertThat(ids).hasSize(270_000);
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
