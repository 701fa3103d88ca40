package org.dunlin.bench.dun;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dunlin.bench.Rounds;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.springframework.util.FileSystemUtils;

/** {@code dunlin bench dun}: a whole company decided over and recorded, beside its bare rows. */
public final class DunBenchmark implements Benchmark {
  private static final int INVOICES = 1_000_000;
  private static final int INVOICES_A_CUSTOMER = 10;
  private static final int ROUNDS = 1;
  private static final int ALL = 100;
  private static final double MOST_SECONDS = 60;
  private static final double MOST_SECONDS_A_DAY = 5;

  @Override
  public String name() {
    return "dun";
  }

  @Override
  public String sentence() {
    return "Decides over 1,000,000 open instalments of 100,000 customers, beside their bare rows.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    int invoices = Integer.getInteger("dunlin.bench.dun", INVOICES);
    Path folder = Files.createTempDirectory("dunlin-bench-dun");
    try (OpenLedger ledger = OpenLedger.start(folder.resolve("data"))) {
      Map<String, Comparison> also = new LinkedHashMap<>();
      Rounds day = rounds(ledger, invoices, 1, ledger::secondsOfADay, words);
      also.put(
          "a day on which 1 % is due, beside what is promised",
          new Comparison(day.median(0), MOST_SECONDS_A_DAY, "5 s", "at most 1"));
      Rounds all = rounds(ledger, invoices, ALL, ledger::seconds, words);
      also.put(
          "a full computation, beside what is promised",
          new Comparison(all.median(0), MOST_SECONDS, "60 s", "at most 1"));
      return new Figure(
          name(),
          "s",
          new Comparison(
              all.median(0),
              all.median(1),
              "the open invoices read and the actions written by bare statements",
              "at most 10"),
          also,
          ROUNDS,
          invoices + " open invoices, all overdue, in shadow mode: all is decided and recorded");
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private static Rounds rounds(
      OpenLedger ledger, int invoices, int due, Rounds.Measurement run, PrintWriter words)
      throws Exception {
    ledger.fill(invoices, invoices / INVOICES_A_CUSTOMER, due);
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
    Rounds rounds = Rounds.of(ROUNDS, List.of(run, ledger::bareSeconds));
    words.printf(
        Locale.ROOT,
        "%d %% due: %.1f s for %d actions, bare rows %.1f s, heap at most %d MB%n",
        due,
        rounds.median(0),
        ledger.actions(),
        rounds.median(1),
        heap().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    words.flush();
    return rounds;
  }

  private static List<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }
}
