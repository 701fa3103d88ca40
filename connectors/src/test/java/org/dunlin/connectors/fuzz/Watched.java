package org.dunlin.connectors.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads one input after the other on a thread of its own, and measures what each costs. The limit
 * of time is on the processor's time: on a busy machine a reader that waits for its turn does not
 * hang.
 */
final class Watched {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final long CPU_NANOS_MAX = TimeUnit.SECONDS.toNanos(2);

  /**
   * Bytes allocated to read one input, kept or not: buffers, and so many for each of its bytes. The
   * most costly are lines of one byte, each of which becomes a problem.
   */
  private static final long ALLOCATED_MAX = 16L << 20;

  private static final long ALLOCATED_PER_BYTE_MAX = 4000;

  private final AtomicReference<Thread> reading = new AtomicReference<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread worker = new Thread(null, work, "reads", 1 << 20);
            worker.setDaemon(true);
            reading.set(worker);
            return worker;
          });

  /** What reading an input cost. */
  record Cost(boolean taken, long nanos, long allocated) {}

  /**
   * What the reader made of the input.
   *
   * @throws Broken where the reader crashed, hung, or took too much memory
   */
  Cost read(Reader reader, byte[] input) {
    Future<Cost> result = thread.submit(() -> measured(reader, input));
    Cost cost = awaited(result);
    long allowed = ALLOCATED_MAX + ALLOCATED_PER_BYTE_MAX * input.length;
    if (cost.allocated() > allowed) {
      throw new Broken("allocated " + cost.allocated() + " bytes, more than " + allowed, null);
    }
    if (cost.nanos() > CPU_NANOS_MAX) {
      throw new Broken("took " + cost.nanos() / 1_000_000 + " ms", null);
    }
    return cost;
  }

  private static Cost measured(Reader reader, byte[] input) throws Exception {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long nanos = THREADS.getCurrentThreadCpuTime();
    boolean taken = reader.takes(input);
    return new Cost(
        taken,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  private Cost awaited(Future<Cost> result) {
    long before = cpuNanos();
    while (true) {
      try {
        return result.get(2, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        if (cpuNanos() - before > CPU_NANOS_MAX) {
          throw hangs();
        }
      } catch (ExecutionException e) {
        throw new Broken("threw " + e.getCause(), e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Broken("was interrupted", e);
      }
    }
  }

  private long cpuNanos() {
    Thread worker = reading.get();
    return worker == null ? 0 : THREADS.getThreadCpuTime(worker.threadId());
  }

  private Broken hangs() {
    Thread worker = reading.get();
    Throwable place = new Throwable("where it hangs");
    if (worker != null) {
      place.setStackTrace(worker.getStackTrace());
    }
    return new Broken("still reads after 2 s of processor time", place);
  }

  /** The reader broke its promise. */
  static final class Broken extends RuntimeException {
    private static final long serialVersionUID = 1;

    Broken(String what, @Nullable Throwable cause) {
      super(what, cause);
    }
  }
}
