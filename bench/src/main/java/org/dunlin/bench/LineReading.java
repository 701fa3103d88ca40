package org.dunlin.bench;

import com.prowidesoftware.swift.model.mt.mt9xx.MT940;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
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
  private byte[] statement = {};

  /** Makes the statement. */
  @Setup
  public void generate() throws IOException {
    lines = LineFormat.valueOf(format);
    statement = new GeneratedLines(lines, ENTRIES).readAllBytes();
  }

  /** The bytes as the hub reads them. */
  @Benchmark
  public void translate(Blackhole sink) throws IOException {
    Formats.translator(lines.format())
        .translate(new ByteArrayInputStream(statement), "statement", sink::consume);
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

  /** The other program's way to the same: its model of the message, and every entry in it. */
  @Benchmark
  public void prowide(Blackhole sink) {
    MT940 message = MT940.parse(new String(statement, StandardCharsets.UTF_8));
    message.getField61().forEach(sink::consume);
    message.getField86().forEach(sink::consume);
  }
}
