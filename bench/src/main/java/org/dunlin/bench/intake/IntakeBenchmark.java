package org.dunlin.bench.intake;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.dunlin.bench.Rounds;
import org.dunlin.config.bench.Benchmark;
import org.dunlin.config.bench.Comparison;
import org.dunlin.config.bench.Figure;
import org.springframework.util.FileSystemUtils;

/** {@code dunlin bench intake}: the route that every road takes, beside bare rows. */
public final class IntakeBenchmark implements Benchmark {
  private static final int ROUNDS = 9;
  private static final int WARM_ROUNDS = 20;
  private static final int WARM_PAYLOADS = 12_000;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(3);

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public String sentence() {
    return "Takes in invoices of eight clients through the route, beside single-row inserts.";
  }

  @Override
  public Figure measure(PrintWriter words) throws Exception {
    Path folder = Files.createTempDirectory("dunlin-bench-intake");
    try (IntakeHub hub = IntakeHub.start(folder.resolve("data"))) {
      return measure(hub, new BareRows(hub.pool()), words);
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private Figure measure(IntakeHub hub, BareRows rows, PrintWriter words) throws Exception {
    words.println("Bringing invoices in again and again, about a minute …");
    words.flush();
    warm(hub);
    warm(rows);
    Rounds rounds =
        Rounds.of(
            ROUNDS,
            List.of(() -> perSecond("route", hub, words), () -> perSecond("rows", rows, words)));
    return new Figure(
        name(),
        "payloads/s",
        new Comparison(
            rounds.median(0),
            rounds.median(1),
            "single rows of the same length into delivery_chunk, a commit each",
            "at least 0.7"),
        ROUNDS,
        "UBL invoices of "
            + GeneratedInvoice.next().length
            + " bytes, "
            + Clients.CLIENTS
            + " clients; fsync and synchronous_commit on");
  }

  /** Until the Java machine has compiled what is called often; on a slow machine for a minute. */
  private static void warm(Consumer<byte[]> takes) throws Exception {
    double taken = 0;
    for (int round = 0; round < WARM_ROUNDS && taken < WARM_PAYLOADS; round++) {
      taken += Clients.perSecond(takes, ROUND_NANOS) * TimeUnit.NANOSECONDS.toSeconds(ROUND_NANOS);
    }
  }

  private static double perSecond(String what, Consumer<byte[]> takes, PrintWriter words)
      throws Exception {
    double figure = Clients.perSecond(takes, ROUND_NANOS);
    words.printf(Locale.ROOT, "%-6s %8.0f/s%n", what, figure);
    words.flush();
    return figure;
  }
}
