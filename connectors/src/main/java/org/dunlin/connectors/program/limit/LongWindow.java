package org.dunlin.connectors.program.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.dunlin.connectors.program.Limit;
import org.jspecify.annotations.Nullable;

/**
 * So many requests in an hour or more. Windows follow on one another without a gap: those of whole
 * days begin at midnight of the zone, all others at whole multiples of their length since 1970.
 *
 * @param requests in one window
 * @param keep so many of them are for notices and write-backs alone
 * @param remaining the header in which the program says how many are left; its word wins
 */
public record LongWindow(
    String name,
    int requests,
    int keep,
    Duration per,
    ZoneId zone,
    Limit.Of of,
    @Nullable String remaining) {

  /** When the window began in which this moment lies. */
  public Instant begin(Instant now) {
    if (!ofDays()) {
      long length = per.toSeconds();
      return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
    }
    return firstDay(now).atStartOfDay(zone).toInstant();
  }

  /** When the next window begins. */
  public Instant end(Instant now) {
    return ofDays()
        ? firstDay(now).plusDays(per.toDays()).atStartOfDay(zone).toInstant()
        : begin(now).plus(per);
  }

  /** How many requests polls may still make of this window, of which so many were made. */
  public long left(long used) {
    return Math.max(0, requests - keep - used);
  }

  private boolean ofDays() {
    return per.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
  }

  private LocalDate firstDay(Instant now) {
    long day = LocalDate.ofInstant(now, zone).toEpochDay();
    return LocalDate.ofEpochDay(Math.floorDiv(day, per.toDays()) * per.toDays());
  }
}
