package org.dunlin.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * {@code dunlin bench translate}: {@link StatementReading}, {@link LineReading} and {@link
 * InvoiceReading}, each round in Java machines anew.
 */
public final class TranslateBenchmark implements Benchmark {
  private static final int ROUNDS = 5;

  /** How much of a format of lines is read to see that memory does not grow with it. */
  private static final int LONG_MEGABYTES = 1_000;

  @Override
  public String name() {
    return "translate";
  }

  @Override
  public String sentence() {
    return "Reads statements and invoices in each format, beside bare passes and beside Prowide.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    words.println("Reading bank statements again and again, about twenty minutes …");
    List<Rounds.Measurement> measured = new ArrayList<>();
    measured.add(() -> perSecond(StatementReading.class, "translate", null, words));
    measured.add(() -> perSecond(StatementReading.class, "bareParse", null, words));
    measured.add(() -> perSecond(StatementReading.class, "prowide", null, words));
    measured.add(() -> perSecond(LineReading.class, "prowide", LineFormat.MT940, words));
    for (LineFormat format : LineFormat.values()) {
      measured.add(() -> perSecond(LineReading.class, "translate", format, words));
      measured.add(() -> perSecond(LineReading.class, "barePass", format, words));
    }
    for (InvoiceFormat format : InvoiceFormat.values()) {
      measured.add(() -> perSecond(InvoiceReading.class, "translate", format, words));
      measured.add(() -> perSecond(InvoiceReading.class, "bareParse", format, words));
    }
    Rounds rounds = Rounds.of(ROUNDS, measured);
    Map<String, Comparison> also = new LinkedHashMap<>();
    also.put(
        "the same beside another library",
        new Comparison(
            rounds.median(0),
            rounds.median(2),
            "Prowide ISO 20022 reads the same bytes into its model",
            "at least 2"));
    speed(
        "CAMT",
        rounds.median(0),
        GeneratedStatement.ofEntries(StatementReading.ENTRIES).length,
        StatementReading.ENTRIES,
        words);
    for (LineFormat format : LineFormat.values()) {
      lines(format, rounds, also, words);
    }
    for (InvoiceFormat format : InvoiceFormat.values()) {
      invoices(format, rounds, also, words);
    }
    return new Figure(
        name(),
        "statements/s",
        new Comparison(
            rounds.median(0),
            rounds.median(1),
            "a bare Woodstox pass over the same bytes",
            "at least 0.4"),
        also,
        ROUNDS,
        "a camt.053.001.08 statement of "
            + StatementReading.ENTRIES
            + " entries, with parties, references and remittance");
  }

  /** What is measured of a format of lines, behind what is measured of XML. */
  private static void lines(
      LineFormat format, Rounds rounds, Map<String, Comparison> also, PrintWriter words)
      throws IOException {
    int first = 4 + 2 * format.ordinal();
    double translated = rounds.median(first);
    int bytes = new GeneratedLines(format, LineReading.ENTRIES).readAllBytes().length;
    speed(format.name(), translated, bytes, LineReading.ENTRIES, words);
    if (format.hasNoEnd()) {
      words.printf(
          Locale.ROOT,
          "%-8s heap after 1 MB %d MB, after %d MB %d MB%n",
          format,
          HeapOfLines.megabytes(format, 1),
          LONG_MEGABYTES,
          HeapOfLines.megabytes(format, LONG_MEGABYTES));
    }
    also.put(
        format + " beside a bare pass",
        new Comparison(
            translated,
            rounds.median(first + 1),
            "every line of the same bytes as text",
            "at least 0.02"));
    if (format == LineFormat.MT940) {
      also.put(
          "MT940 beside another library",
          new Comparison(
              translated,
              rounds.median(3),
              "Prowide Core reads the same bytes into its model, and gives the same values",
              "at least 3"));
    }
  }

  private static void invoices(
      InvoiceFormat format, Rounds rounds, Map<String, Comparison> also, PrintWriter words) {
    int first = 4 + 2 * LineFormat.values().length + 2 * format.ordinal();
    speed(format.name(), rounds.median(first), format.bytes().length, 1, words);
    also.put(
        format + " beside a bare parse",
        new Comparison(
            rounds.median(first),
            rounds.median(first + 1),
            "a bare Woodstox pass over the same bytes",
            "at least 0.2"));
  }

  private static void speed(
      String format, double perSecond, int bytes, int entries, PrintWriter words) {
    words.printf(
        Locale.ROOT,
        "%-8s %8.1f MB/s %10.0f entries/s%n",
        format,
        perSecond * bytes / 1e6,
        perSecond * entries);
  }

  /** What JMH and its Java machines say of themselves goes to a file: the answer is one line. */
  private static double perSecond(
      Class<?> reading, String method, @Nullable Enum<?> format, PrintWriter words)
      throws RunnerException, IOException {
    Path chatter = Files.createTempFile("dunlin-translate", ".log");
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("\\." + reading.getSimpleName() + "\\." + method + "$")
            .verbosity(VerboseMode.SILENT)
            .output(chatter.toString());
    if (format != null) {
      options = options.param("format", format.name());
    }
    Collection<RunResult> results = new Runner(options.build()).run();
    Files.delete(chatter);
    double score = results.iterator().next().getPrimaryResult().getScore();
    words.printf(
        Locale.ROOT, "%-6s %-10s %8.1f/s%n", format == null ? "camt" : format, method, score);
    words.flush();
    return score;
  }
}
