package org.dunlin.routes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The time of the machine, until it is stopped; then it moves only when it is told to. */
final class TestClock extends Clock {
  private @Nullable Instant stopped;

  synchronized void stop() {
    stopped = Instant.now();
  }

  synchronized void advance(Duration by) {
    stopped = instant().plus(by);
  }

  @Override
  public synchronized Instant instant() {
    return stopped == null ? Instant.now() : stopped;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
