package org.dunlin.store;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;

/** Identifiers and instants in the form in which tables hold them. */
public final class Ids {
  private Ids() {}

  /** A new identifier that sorts by the time of its making (UUIDv7, RFC 9562). */
  public static UUID next() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** Makes such identifiers by another clock than this machine's. */
  public static Supplier<UUID> by(Clock clock) {
    return new TimeOrderedEpochFactory(clock)::create;
  }

  /** When such an identifier was made, to the millisecond: its first 48 bits (RFC 9562, 5.7). */
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }

  /** Before every identifier of that kind that was made at this moment or later. */
  public static UUID firstOf(Instant moment) {
    return new UUID(moment.toEpochMilli() << 16 | 0x7000, 1L << 63);
  }

  /** An instant as the driver takes it. */
  public static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
