package org.dunlin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
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
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Reading a camt.053 statement of 2,000 entries into canonical records, beside a bare Woodstox pass
 * over the same bytes: what the meaning costs on top of the parsing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class StatementReading {
  static final int ENTRIES = 2_000;

  private final byte[] statement = GeneratedStatement.of(ENTRIES);
  private final XMLInputFactory parsers = new com.ctc.wstx.stax.WstxInputFactory();

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
}
