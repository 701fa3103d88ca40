package org.dunlin.work.deliver;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Lets what is seldom there be looked for seldom, once there was none. */
final class Rest {
  private final Duration span;
  private final AtomicLong end = new AtomicLong(System.nanoTime());

  /**
   * @param span how long it rests each time; zero: never
   */
  Rest(Duration span) {
    this.span = span;
  }

  void begin() {
    end.set(System.nanoTime() + span.toNanos());
  }

  /** How long it still rests; not positive when it does not. */
  Duration left() {
    return Duration.ofNanos(end.get() - System.nanoTime());
  }
}
