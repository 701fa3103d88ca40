package org.dunlin.config.hub;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Work that is seldom due and asked for often, as each turn of a stage does: once nothing was due,
 * it is looked for again after a pause only. Who asks meanwhile is woken when that is over, so that
 * nothing waits for longer.
 */
final class Seldom implements BooleanSupplier {
  private final BooleanSupplier work;
  private final long pauseNanos;
  private final Consumer<Duration> wakeAfter;
  private final AtomicLong next = new AtomicLong(System.nanoTime());

  /**
   * @param work says whether there was any
   * @param wakeAfter lets it be asked for again after so long
   */
  Seldom(BooleanSupplier work, Duration pause, Consumer<Duration> wakeAfter) {
    this.work = work;
    this.pauseNanos = pause.toNanos();
    this.wakeAfter = wakeAfter;
  }

  @Override
  public boolean getAsBoolean() {
    long wait = next.get() - System.nanoTime();
    if (wait > 0) {
      wakeAfter.accept(Duration.ofNanos(wait).plusMillis(1));
      return false;
    }
    boolean worked = work.getAsBoolean();
    if (!worked) {
      next.set(System.nanoTime() + pauseNanos);
    }
    return worked;
  }
}
