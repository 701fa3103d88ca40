package org.dunlin.bench;

import com.prowidesoftware.swift.model.mx.MxCamt05300108;
import com.prowidesoftware.swift.model.mx.dic.AccountStatement9;
import com.prowidesoftware.swift.model.mx.dic.EntryDetails9;
import com.prowidesoftware.swift.model.mx.dic.ReportEntry10;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dunlin.connectors.Format;
import org.dunlin.connectors.Formats;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a camt.053 statement of 2,000 transactions into canonical records, beside a bare Woodstox
 * pass over the same bytes (what the meaning costs on top of the parsing) and beside Prowide ISO
 * 20022, which makes its own model of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StatementReading {
  static final int ENTRIES = 2_000;
  private static final int BATCH = 500;

  /** Whether each transaction is an entry of its own or one of a batch. */
  public enum Shape {
    ENTRIES,
    BATCHES
  }

  /** The shape of the statement. */
  @Param("ENTRIES")
  public Shape shape = Shape.ENTRIES;

  private byte[] statement = {};
  private final XMLInputFactory parsers = new com.ctc.wstx.stax.WstxInputFactory();

  /** Makes the statement. */
  @Setup
  public void generate() {
    statement =
        switch (shape) {
          case ENTRIES -> GeneratedStatement.ofEntries(ENTRIES);
          case BATCHES -> GeneratedStatement.ofBatches(ENTRIES, BATCH);
        };
  }

  /** The bytes as the hub reads them. */
  @Benchmark
  public void translate(Blackhole sink) throws IOException {
    Formats.translator(Format.CAMT_053)
        .translate(new ByteArrayInputStream(statement), "statement.xml", sink::consume);
  }

  /** The baseline: every event and every text, with no meaning. */
  @Benchmark
  public void bareParse(Blackhole sink) throws XMLStreamException {
    XMLStreamReader reader = parsers.createXMLStreamReader(new ByteArrayInputStream(statement));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        sink.consume(reader.getText());
      }
    }
    reader.close();
  }

  /** The other program's way to the same: its model of the message, and every transaction in it. */
  @Benchmark
  public void prowide(Blackhole sink) {
    MxCamt05300108 message = MxCamt05300108.parse(new String(statement, StandardCharsets.UTF_8));
    for (AccountStatement9 each : message.getBkToCstmrStmt().getStmt()) {
      for (ReportEntry10 entry : each.getNtry()) {
        sink.consume(entry.getAmt());
        for (EntryDetails9 details : entry.getNtryDtls()) {
          details.getTxDtls().forEach(sink::consume);
        }
      }
    }
  }
}
