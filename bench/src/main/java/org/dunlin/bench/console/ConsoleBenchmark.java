package org.dunlin.bench.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    int times = Math.max(1, Integer.getInteger(TIMES, ROUNDS));
    Path folder = Files.createTempDirectory("dunlin-bench-console");
    try (AtEnd end = new AtEnd()) {
      end.also(() -> removed(folder));
      say(words, "Writing a ledger of " + ledger.invoices() + " invoices, some minutes …");
      RunningHub.start(folder, end).close();
      Map<String, String> records = ledger.fill(RunningHub.data(folder), end, words);
      try (RunningHub hub = RunningHub.start(folder, end)) {
        Visitor visitor = Visitor.signedIn(hub.address());
        List<String> paths = paths(visitor, records, words);
        PageRounds pages = new PageRounds(paths, measurements(paths, visitor), words);
        end.also(pages::tell);
        Rounds rounds = pages.take(times);
        pages.tell();
        return figure(paths, rounds, pages.slowest().orElseThrow(), times, ledger);
      }
    }
  }

  private static void removed(Path folder) {
    try {
      FileSystemUtils.deleteRecursively(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The median of no page may be above the target. */
  @Override
  public boolean reached(Figure figure) {
    return figure.main().value() <= MOST_MILLIS;
  }

  private static List<String> paths(Visitor visitor, Map<String, String> records, PrintWriter words)
      throws IOException, InterruptedException {
    List<String> paths = new ArrayList<>(List.of(ConsolePages.BASELINE));
    for (String path : ConsolePages.of(records, visitor)) {
      if (visitor.has(path)) {
        paths.add(path);
      } else {
        say(words, "There is no page " + ConsolePages.name(path) + ".");
      }
    }
    return paths;
  }

  private static List<Measurement> measurements(List<String> paths, Visitor visitor) {
    return paths.stream().<Measurement>map(path -> () -> visitor.milliseconds(path)).toList();
  }

  private Figure figure(
      List<String> paths, Rounds rounds, int slowest, int times, LargeLedger ledger) {
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
