package org.dunlin.bench;

import com.prowidesoftware.swift.model.field.Field61;
import com.prowidesoftware.swift.model.field.Field86;
import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.dunlin.connectors.Translator;
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
 * Reading a statement of 2,000 entries in a format of lines into canonical records, beside a bare
 * pass over the same lines; MT940 also beside Prowide Core, which makes its own model of them.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LineReading {
  static final int ENTRIES = 2_000;

  /** The name of a {@link LineFormat}. */
  @Param("MT940")
  public String format = "MT940";

  private LineFormat lines = LineFormat.MT940;
  private Translator translator = LineFormat.MT940.translator();
  private byte[] statement = {};

  /** Makes the statement. */
  @Setup
  public void generate() throws IOException {
    lines = LineFormat.valueOf(format);
    translator = lines.translator();
    statement = new GeneratedLines(lines, ENTRIES).readAllBytes();
  }

  /** The bytes as the hub reads them. */
  @Benchmark
  public void translate(Blackhole sink) throws IOException {
    translator.translate(new ByteArrayInputStream(statement), "statement", sink::consume);
  }

  /** The baseline: every line as text, with no meaning. */
  @Benchmark
  public void barePass(Blackhole sink) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new ByteArrayInputStream(statement), StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      sink.consume(line);
    }
  }

  /**
   * The other program's way to the same values: its model of the message, and of every entry the
   * dates and the amount as such, its mark, type and references, and the text of field 86. Its
   * model holds texts until it is asked for more; what banks put into field 86 it does not read.
   */
  @Benchmark
  public void prowide(Blackhole sink) {
    MT940 message = MT940.parse(new String(statement, StandardCharsets.UTF_8));
    for (Field61 line : message.getField61()) {
      sink.consume(line.getValueDateAsCalendar());
      sink.consume(line.getEntryDateAsCalendar());
      sink.consume(line.getDebitCreditMark());
      sink.consume(line.getAmountAsBigDecimal());
      sink.consume(line.getTransactionType());
      sink.consume(line.getIdentificationCode());
      sink.consume(line.getReferenceForTheAccountOwner());
      sink.consume(line.getReferenceOfTheAccountServicingInstitution());
    }
    for (Field86 text : message.getField86()) {
      sink.consume(text.getNarrative());
    }
  }
}
