package org.dunlin.sandbox.program.books;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Gives out ids and versions; the same name gives the same ids. */
final class Stamps {
  private final String name;
  private final Clock clock;
  private long serial;
  private long version;

  Stamps(String name, Clock clock) {
    this.name = name;
    this.clock = clock;
  }

  Stamp first() {
    serial++;
    UUID id = UUID.nameUUIDFromBytes((name + " " + serial).getBytes(StandardCharsets.UTF_8));
    Instant now = now();
    return new Stamp(serial, id, ++version, now, now);
  }

  Stamp next(Stamp stamp) {
    return new Stamp(stamp.serial(), stamp.id(), ++version, stamp.created(), now());
  }

  long version() {
    return version;
  }

  /** Something changed that is no record. */
  void pass() {
    version++;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
