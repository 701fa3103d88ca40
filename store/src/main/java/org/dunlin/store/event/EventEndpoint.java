package org.dunlin.store.event;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.call.Transcripts;
import org.dunlin.core.event.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * A program that is told what happens.
 *
 * @param name what people call it
 * @param address where it is told
 * @param kinds what it wants to be told
 * @param secret the number of its secret; the one before it signs, too, until {@code earlierUntil}
 * @param why why the hub switched it off, as a sentence; absent where it did not
 * @param toldTo the row of the journal up to which it was told
 * @param overdueTo what was due before this day was told
 * @param overdueAfter of what was due on it, the invoice up to which it was told
 * @param failingSince since when nothing was taken; absent where the last was
 * @param succeededAt when something was taken last
 */
public record EventEndpoint(
    String companyId,
    UUID id,
    String name,
    String address,
    Set<EventKind> kinds,
    int secret,
    @Nullable Instant earlierUntil,
    Standing state,
    @Nullable String why,
    Instant madeAt,
    String madeBy,
    UUID toldTo,
    LocalDate overdueTo,
    @Nullable UUID overdueAfter,
    @Nullable Instant failingSince,
    @Nullable Instant succeededAt) {
  public EventEndpoint {
    kinds = Set.copyOf(kinds);
  }

  /** Where its address leads, without what may be a secret: scheme, host and port. */
  public String place() {
    return Transcripts.host(URI.create(address));
  }

  /** Whether it is told. */
  public enum Standing {
    /** It is told. */
    ON,
    /** A person switched it off. */
    OFF,
    /** The hub switched it off, since it took nothing for days, or said that it is gone. */
    FAILED
  }
}
