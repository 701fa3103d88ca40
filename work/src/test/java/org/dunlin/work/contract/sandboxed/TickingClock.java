package org.dunlin.work.contract.sandboxed;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.dunlin.work.contract.Ticks;

/** The real time, each moment at least a millisecond later than the one before. */
final class TickingClock extends Clock {
  private final Ticks ticks = Ticks.ofMillis();

  @Override
  public synchronized Instant instant() {
    return ticks.next();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("It is UTC.");
  }
}
