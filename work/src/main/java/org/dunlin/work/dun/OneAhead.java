package org.dunlin.work.dun;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reckons over one portion while the next is read: the database and a second processor work at the
 * same time, and no more than two portions are in memory. Results are taken in the order in which
 * they were given, on the thread that gives, so that all of the transaction stays on that thread;
 * what is reckoned must not touch it.
 *
 * @param <T> what comes of a portion
 */
final class OneAhead<T> implements AutoCloseable {
  private final ExecutorService second =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("dunlin-decides").daemon().factory());
  private final Consumer<T> taken;
  private @Nullable Future<T> last;

  /**
   * @param taken takes what was reckoned
   */
  OneAhead(Consumer<T> taken) {
    this.taken = taken;
  }

  /** Has a portion reckoned over, and takes what came of the one before. */
  void give(Supplier<T> reckoned) {
    Future<T> before = last;
    last = second.submit(reckoned::get);
    take(before);
  }

  /** Takes what is left to be taken. */
  void finish() {
    take(last);
    last = null;
  }

  private void take(@Nullable Future<T> reckoned) {
    if (reckoned == null) {
      return;
    }
    try {
      taken.accept(reckoned.get());
    } catch (ExecutionException e) {
      throw asItWas(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while a portion was decided over", e);
    }
  }

  /** What broke off on the other thread breaks off this one, as if it had happened here. */
  private static RuntimeException asItWas(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException thrown
        ? thrown
        : new IllegalStateException("a portion could not be decided over", cause);
  }

  /** Waits for what is being reckoned, whose result nobody takes any more. */
  @Override
  public void close() {
    second.close();
  }
}
