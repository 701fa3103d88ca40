package org.dunlin.store.ledger;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of a record it is. Of two states the one with the higher version of its source is the
 * later one; where either has none, or both the same, the one that came in later.
 *
 * @param said an instant (RFC 3339), a date or a whole number, as the source gives it
 * @param sequence its place in the order of intake
 */
public record Version(@Nullable String said, long sequence) implements Comparable<Version> {
  private static final Pattern WHOLE = Pattern.compile("[+-]?\\d{1,40}");

  @Override
  public int compareTo(Version other) {
    int bySource = compareSaid(said, other.said);
    return bySource != 0 ? bySource : Long.compare(sequence, other.sequence);
  }

  /** Whether what has this version may take the place of what has the other. */
  public boolean replaces(Version other) {
    return compareTo(other) >= 0;
  }

  /**
   * Whether something of the same source that has this version was read, or written by its source,
   * no earlier than something else that has the other. Whole numbers of two things say nothing.
   */
  public boolean notBefore(Version other) {
    Instant mine = said == null ? null : instant(said);
    Instant others = other.said == null ? null : instant(other.said);
    return sequence >= other.sequence || mine != null && others != null && !mine.isBefore(others);
  }

  private static int compareSaid(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return 0;
    }
    if (WHOLE.matcher(one).matches() && WHOLE.matcher(other).matches()) {
      return new BigInteger(one).compareTo(new BigInteger(other));
    }
    Instant first = instant(one);
    Instant second = instant(other);
    return first == null || second == null ? 0 : first.compareTo(second);
  }

  /** A date is its first moment in UTC. */
  private static @Nullable Instant instant(String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
