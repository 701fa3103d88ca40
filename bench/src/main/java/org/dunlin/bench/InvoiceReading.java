package org.dunlin.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
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

/** Reading one invoice of fifty lines, beside a bare Woodstox pass over the same bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class InvoiceReading {
  /** The name of an {@link InvoiceFormat}. */
  @Param("UBL")
  public String format = "UBL";

  private InvoiceFormat kind = InvoiceFormat.UBL;
  private byte[] invoice = {};
  private final XMLInputFactory parsers = new com.ctc.wstx.stax.WstxInputFactory();

  /** Makes the invoice. */
  @Setup
  public void generate() {
    kind = InvoiceFormat.valueOf(format);
    invoice = kind.bytes();
  }

  /** The bytes as the hub reads them. */
  @Benchmark
  public void translate(Blackhole sink) throws IOException {
    Formats.translator(kind.format())
        .translate(new ByteArrayInputStream(invoice), "invoice.xml", sink::consume);
  }

  /** The baseline: every event and every text, with no meaning. */
  @Benchmark
  public void bareParse(Blackhole sink) throws XMLStreamException {
    XMLStreamReader reader = parsers.createXMLStreamReader(new ByteArrayInputStream(invoice));
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.CHARACTERS) {
        sink.consume(reader.getText());
      }
    }
    reader.close();
  }
}
