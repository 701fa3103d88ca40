package org.dunlin.work.contract;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalUnit;

/** The real time as a program stamps it, each moment later than the one before. */
public final class Ticks {
  private final Clock clock = Clock.systemUTC();
  private final TemporalUnit precision;
  private Instant last = Instant.EPOCH;

  private Ticks(TemporalUnit precision) {
    this.precision = precision;
  }

  /** Whole seconds. */
  public static Ticks ofSeconds() {
    return new Ticks(ChronoUnit.SECONDS);
  }

  /** Whole milliseconds. */
  public static Ticks ofMillis() {
    return new Ticks(ChronoUnit.MILLIS);
  }

  /** The next moment. */
  public Instant next() {
    Instant now = clock.instant().truncatedTo(precision);
    last = now.isAfter(last) ? now : last.plus(1, precision);
    return last;
  }
}
