package org.dunlin.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** {@code dunlin bench translate}: {@link StatementReading}, each round in Java machines anew. */
public final class TranslateBenchmark implements Benchmark {
  private static final int ROUNDS = 5;

  @Override
  public String name() {
    return "translate";
  }

  @Override
  public String sentence() {
    return "Reads a camt.053 statement, beside a bare Woodstox pass and beside Prowide ISO 20022.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    words.println("Reading a bank statement again and again, about two minutes …");
    Rounds rounds =
        Rounds.of(
            ROUNDS,
            List.of(
                () -> perSecond("translate", words),
                () -> perSecond("bareParse", words),
                () -> perSecond("prowide", words)));
    return new Figure(
        name(),
        "statements/s",
        new Comparison(
            rounds.median(0),
            rounds.median(1),
            "a bare Woodstox pass over the same bytes",
            "at least 0.4"),
        Map.of(
            "the same beside another library",
            new Comparison(
                rounds.median(0),
                rounds.median(2),
                "Prowide ISO 20022 reads the same bytes into its model",
                "at least 2")),
        ROUNDS,
        "a camt.053.001.08 statement of "
            + StatementReading.ENTRIES
            + " entries, with parties, references and remittance");
  }

  /** What JMH and its Java machines say of themselves goes to a file: the answer is one line. */
  private static double perSecond(String method, PrintWriter words)
      throws RunnerException, IOException {
    Path chatter = Files.createTempFile("dunlin-translate", ".log");
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include("\\." + StatementReading.class.getSimpleName() + "\\." + method + "$")
                    .verbosity(VerboseMode.SILENT)
                    .output(chatter.toString())
                    .build())
            .run();
    Files.delete(chatter);
    double score = results.iterator().next().getPrimaryResult().getScore();
    words.printf(Locale.ROOT, "%-10s %8.1f/s%n", method, score);
    words.flush();
    return score;
  }
}
