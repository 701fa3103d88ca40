package org.dunlin.bench.intake;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Payloads that eight clients bring in a second through the route of intake, beside single-row
 * inserts of the same bytes into the same table.
 *
 * @param route the median over the rounds, a second
 * @param rows the median over the same rounds, a second
 */
public record IntakeSpeed(double route, double rows) {
  /** How often both are measured in turn. */
  public static final int ROUNDS = 9;

  private static final int WARM_ROUNDS = 20;
  private static final int WARM_PAYLOADS = 12_000;
  private static final long ROUND_NANOS = TimeUnit.SECONDS.toNanos(3);

  /**
   * Measures both in turn over a server of its own.
   *
   * @param words where to say what each round gave
   */
  public static IntakeSpeed measure(PrintWriter words) throws Exception {
    Path data = Files.createTempDirectory("dunlin-intake");
    try (IntakeHub hub = IntakeHub.start(data.resolve("data"))) {
      BareRows bare = new BareRows(hub.pool());
      warm(hub);
      warm(bare);
      List<Double> route = new ArrayList<>();
      List<Double> rows = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        if (round % 2 == 0) {
          route.add(Clients.perSecond(hub, ROUND_NANOS));
          rows.add(Clients.perSecond(bare, ROUND_NANOS));
        } else {
          rows.add(Clients.perSecond(bare, ROUND_NANOS));
          route.add(Clients.perSecond(hub, ROUND_NANOS));
        }
        words.printf(Locale.ROOT, "route %6.0f/s   rows %6.0f/s%n", route.getLast(), rows.getLast());
        words.flush();
      }
      return new IntakeSpeed(median(route), median(rows));
    } finally {
      delete(data);
    }
  }

  /** Until the Java machine has compiled what is called often, on a slow machine for a while. */
  private static void warm(Consumer<byte[]> takes) throws Exception {
    double taken = 0;
    for (int round = 0; round < WARM_ROUNDS && taken < WARM_PAYLOADS; round++) {
      taken += Clients.perSecond(takes, ROUND_NANOS) * ROUND_NANOS / 1e9;
    }
  }

  private static double median(List<Double> figures) {
    Collections.sort(figures);
    return figures.get(figures.size() / 2);
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
