package org.dunlin.bench.console;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.dunlin.bench.Rounds;
import org.dunlin.bench.Rounds.Measurement;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.springframework.util.FileSystemUtils;

/** {@code dunlin bench console}: every page over a large ledger, beside the login page. */
public final class ConsoleBenchmark implements Benchmark {
  /** A system property: how many invoices the ledger has. */
  static final String INVOICES = "dunlin.bench.invoices";

  /** A system property: how often each page is opened. */
  static final String TIMES = "dunlin.bench.rounds";

  private static final int ROUNDS = 200;
  private static final int WARM_ROUNDS = 5;
  private static final double MOST_MILLIS = 200;
  private static final String TARGET = "value at most 200 ms";

  @Override
  public String name() {
    return "console";
  }

  @Override
  public String sentence() {
    return "Opens every page of the console over 1,000,000 invoices, beside the login page.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    LargeLedger ledger = new LargeLedger(Long.getLong(INVOICES, 1_000_000));
    Path folder = Files.createTempDirectory("dunlin-bench-console");
    try {
      say(words, "Writing a ledger of " + ledger.invoices() + " invoices, some minutes …");
      RunningHub.start(folder).close();
      LargeLedger.Examples examples = ledger.fill(RunningHub.data(folder), words);
      try (RunningHub hub = RunningHub.start(folder)) {
        return measure(Visitor.signedIn(hub.address()), examples, ledger, words);
      }
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  /** The median of no page may be above the target. */
  @Override
  public boolean reached(Figure figure) {
    return figure.main().value() <= MOST_MILLIS;
  }

  private Figure measure(
      Visitor visitor, LargeLedger.Examples examples, LargeLedger ledger, PrintWriter words)
      throws Exception {
    List<String> paths = new ArrayList<>(List.of(ConsolePages.BASELINE));
    for (String path : ConsolePages.of(examples, visitor)) {
      if (visitor.has(path)) {
        paths.add(path);
      } else {
        say(words, "There is no page " + ConsolePages.name(path) + ".");
      }
    }
    List<Measurement> measurements =
        paths.stream().<Measurement>map(path -> () -> visitor.milliseconds(path)).toList();
    say(words, "Opening each page again and again …");
    Rounds.of(WARM_ROUNDS, measurements);
    int times = Integer.getInteger(TIMES, ROUNDS);
    Rounds rounds = Rounds.of(times, measurements);
    say(words, "page                                p50 ms    p99 ms");
    for (int page = 0; page < paths.size(); page++) {
      say(
          words,
          String.format(
              Locale.ROOT,
              "%-34s %7.1f %9.1f",
              ConsolePages.name(paths.get(page)),
              rounds.median(page),
              rounds.percentile(page, 99)));
    }
    return figure(paths, rounds, times, ledger);
  }

  private Figure figure(List<String> paths, Rounds rounds, int times, LargeLedger ledger) {
    int slowest =
        IntStream.range(1, paths.size())
            .boxed()
            .max(Comparator.comparingDouble(rounds::median))
            .orElseThrow();
    Map<String, Comparison> also = new LinkedHashMap<>();
    for (int page = 1; page < paths.size(); page++) {
      also.put(ConsolePages.name(paths.get(page)), beside(rounds, page));
    }
    return new Figure(
        name(),
        "ms",
        beside(rounds, slowest),
        also,
        times,
        "p50 of the slowest page, "
            + ConsolePages.name(paths.get(slowest))
            + ", over "
            + ledger.invoices()
            + " invoices");
  }

  private static Comparison beside(Rounds rounds, int page) {
    return new Comparison(
        rounds.median(page), rounds.median(0), "p50 of the login page of the same run", TARGET);
  }

  private static void say(PrintWriter words, String sentence) {
    words.println(sentence);
    words.flush();
  }
}
