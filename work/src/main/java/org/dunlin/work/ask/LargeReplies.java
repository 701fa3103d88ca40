package org.dunlin.work.ask;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Lets few threads at once make trees of large answers, which take many times the memory of their
 * bytes. It is one for the process, as its memory is. Nobody holds a transaction while they wait.
 */
public final class LargeReplies {
  /** An answer of more bytes is a large one. */
  public static final long LARGE = 2 << 20;

  private static final int AT_ONCE = 2;
  private static final long MOST_WAITING_BYTES = 64L << 20;
  private static final long LONGEST_SECONDS = 120;
  private static final Semaphore PLACES = new Semaphore(AT_ONCE, true);
  private static final AtomicLong WAITING = new AtomicLong();
  private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

  private LargeReplies() {}

  /** That there is no room for an answer; what it is of is asked for again. */
  public static final class NoRoom extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoRoom() {
      super(
          "Too many large answers come at once; this one is asked for again.", null, false, false);
    }
  }

  /**
   * Reads an answer that is in memory already.
   *
   * @param bytes of the answer
   * @throws NoRoom where too many wait, or none comes to its end
   */
  public static <T> T read(long bytes, Supplier<T> reading) {
    if (bytes <= LARGE || INSIDE.get()) {
      return reading.get();
    }
    try {
      boolean entered =
          WAITING.addAndGet(bytes) <= MOST_WAITING_BYTES
              && PLACES.tryAcquire(LONGEST_SECONDS, TimeUnit.SECONDS);
      if (!entered) {
        throw new NoRoom();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NoRoom();
    } finally {
      WAITING.addAndGet(-bytes);
    }
    return inside(reading);
  }

  /** Reads what lies in the database; it waits for as long as it takes. */
  public static void readKept(long bytes, Runnable reading) {
    if (bytes <= LARGE || INSIDE.get()) {
      reading.run();
      return;
    }
    PLACES.acquireUninterruptibly();
    inside(
        () -> {
          reading.run();
          return true;
        });
  }

  private static <T> T inside(Supplier<T> reading) {
    INSIDE.set(true);
    try {
      return reading.get();
    } finally {
      INSIDE.remove();
      PLACES.release();
    }
  }
}
