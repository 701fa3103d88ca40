package org.dunlin.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Lets what is seldom there be looked for seldom, once there was none. */
public final class Rest {
  private final Duration span;
  private final AtomicLong end = new AtomicLong(System.nanoTime());

  /**
   * One that has not begun.
   *
   * @param span how long it rests each time; zero: never
   */
  public Rest(Duration span) {
    this.span = span;
  }

  /** There was none. */
  public void begin() {
    end.set(System.nanoTime() + span.toNanos());
  }

  /** Whether it rests now. */
  public boolean isOn() {
    return left().isPositive();
  }

  /**
   * Whether it rests now, so that nothing waits for longer.
   *
   * @param wakeAfter lets the caller ask again after so long, where it does
   */
  public boolean isOn(Consumer<Duration> wakeAfter) {
    Duration left = left();
    if (left.isPositive()) {
      wakeAfter.accept(left.plusMillis(1));
    }
    return left.isPositive();
  }

  private Duration left() {
    return Duration.ofNanos(end.get() - System.nanoTime());
  }
}
