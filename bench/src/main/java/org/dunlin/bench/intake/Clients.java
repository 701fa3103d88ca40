package org.dunlin.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Clients that bring one payload after the other, all at once, for a while. */
final class Clients {
  static final int CLIENTS = 8;

  private Clients() {}

  /** How many payloads were taken in a second; the first failure ends it. */
  static double perSecond(Consumer<byte[]> takes, long nanos) throws Exception {
    try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      long begin = System.nanoTime();
      List<Future<Long>> counts = new ArrayList<>();
      for (int client = 0; client < CLIENTS; client++) {
        counts.add(clients.submit(() -> bring(takes, begin + nanos)));
      }
      long taken = 0;
      for (Future<Long> count : counts) {
        taken += count.get();
      }
      return taken * 1e9 / (System.nanoTime() - begin);
    }
  }

  private static long bring(Consumer<byte[]> takes, long end) {
    long taken = 0;
    while (System.nanoTime() - end < 0) {
      takes.accept(GeneratedInvoice.next());
      taken++;
    }
    return taken;
  }
}
