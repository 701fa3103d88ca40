package org.dunlin.bench.pull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Brings a number of pages into the ledger, with as many workers as the hub's stages have: one asks
 * the only connection, two translate.
 */
final class Stretch {
  static final int TRANSLATORS = 2;
  private static final int MOST_IN_VAIN = 1000;

  private final ProgramHub hub;
  private final Vendor vendor;

  Stretch(ProgramHub hub, Vendor vendor) {
    this.hub = hub;
    this.vendor = vendor;
  }

  /** How many seconds it takes from the first request to the last record in the ledger. */
  double seconds(int pages) throws Exception {
    vendor.prepare(pages);
    int end = vendor.invoicePages() + pages;
    AtomicBoolean pulled = new AtomicBoolean();
    Semaphore arrived = new Semaphore(0);
    try (ExecutorService translators = Executors.newFixedThreadPool(TRANSLATORS)) {
      long begin = System.nanoTime();
      List<Future<?>> ends = new ArrayList<>();
      for (int translator = 0; translator < TRANSLATORS; translator++) {
        ends.add(
            translators.submit(
                () -> {
                  translate(pulled, arrived);
                  return null;
                }));
      }
      try {
        pull(end, arrived);
      } finally {
        pulled.set(true);
        arrived.release(TRANSLATORS);
      }
      for (Future<?> each : ends) {
        each.get();
      }
      return (System.nanoTime() - begin) / 1e9;
    }
  }

  /** A connection that another transaction holds for a moment, as a heartbeat does, is not due. */
  private void pull(int end, Semaphore arrived) throws InterruptedException {
    int inVain = 0;
    while (vendor.invoicePages() < end) {
      if (hub.pull().next()) {
        inVain = 0;
        arrived.release(TRANSLATORS);
      } else if (++inVain == MOST_IN_VAIN) {
        throw new IllegalStateException("the vendor's pages ended, or could not be read");
      } else {
        TimeUnit.MILLISECONDS.sleep(1);
      }
    }
  }

  private void translate(AtomicBoolean pulled, Semaphore arrived) throws InterruptedException {
    boolean last;
    do {
      last = pulled.get();
      while (hub.translate().next()) {
        // the next one
      }
      if (!last) {
        arrived.tryAcquire(1, TimeUnit.SECONDS);
      }
    } while (!last);
  }
}
