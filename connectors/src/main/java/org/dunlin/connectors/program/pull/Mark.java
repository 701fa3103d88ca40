package org.dunlin.connectors.program.pull;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A version or a cursor: the higher one is newer. A date is its beginning in UTC. */
sealed interface Mark extends Comparable<Mark> {
  /**
   * A moment, as exact as it came.
   *
   * @param zoned whether it came with its offset; else it is read as UTC, and may be hours off
   */
  record Moment(Instant instant, boolean zoned) implements Mark {
    /** A moment that is known. */
    Moment(Instant instant) {
      this(instant, true);
    }
  }

  /** A date. */
  record Day(LocalDate day) implements Mark {}

  /** A number that the program counts up. */
  record Count(BigInteger number) implements Mark {}

  Pattern COUNT = Pattern.compile("-?\\d{1,40}");

  /** RFC 3339 and what programs make of it: a blank for the T, offsets without a colon or none. */
  DateTimeFormatter TIMES =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  /** What the text says; nothing where it is none of the three. */
  static Optional<Mark> of(String text) {
    if (COUNT.matcher(text).matches()) {
      return Optional.of(new Count(new BigInteger(text)));
    }
    try {
      return Optional.of(time(TIMES.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Mark time(TemporalAccessor parsed) {
    LocalDate day = LocalDate.from(parsed);
    LocalTime time = parsed.query(TemporalQueries.localTime());
    if (time == null) {
      return new Day(day);
    }
    ZoneOffset offset = parsed.query(TemporalQueries.offset());
    LocalDateTime local = LocalDateTime.of(day, time);
    return new Moment(
        OffsetDateTime.of(local, offset == null ? ZoneOffset.UTC : offset).toInstant(),
        offset != null);
  }

  /** As it is kept. */
  default String text() {
    return switch (this) {
      case Moment moment ->
          moment.zoned()
              ? moment.instant().toString()
              : LocalDateTime.ofInstant(moment.instant(), ZoneOffset.UTC).toString();
      case Day day -> day.day().toString();
      case Count count -> count.number().toString();
    };
  }

  /** So much earlier; a number stays. */
  default Mark less(Duration overlap) {
    return switch (this) {
      case Moment moment -> new Moment(moment.instant().minus(overlap), moment.zoned());
      case Day day -> on(begin(day).minus(overlap));
      case Count count -> count;
    };
  }

  /** This one, or the moment where that is earlier; a number stays. */
  default Mark notAfter(Instant moment) {
    return switch (this) {
      case Moment mine -> mine.instant().isAfter(moment) ? new Moment(moment, mine.zoned()) : mine;
      case Day day -> begin(day).isAfter(moment) ? on(moment) : day;
      case Count count -> count;
    };
  }

  /** This one, or the moment where that is later; a number stays. */
  default Mark notBefore(Instant moment) {
    return switch (this) {
      case Moment mine -> mine.instant().isBefore(moment) ? new Moment(moment, mine.zoned()) : mine;
      case Day day -> begin(day).isBefore(moment) ? on(moment) : day;
      case Count count -> count;
    };
  }

  /** The higher one of the two. */
  default Mark max(Mark other) {
    return compareTo(other) >= 0 ? this : other;
  }

  @Override
  default int compareTo(Mark other) {
    if (this instanceof Count mine && other instanceof Count theirs) {
      return mine.number().compareTo(theirs.number());
    }
    // A manifest that was changed may have kept a cursor of the other kind: times count as newer.
    return instant().compareTo(other.instant());
  }

  private Instant instant() {
    return switch (this) {
      case Moment moment -> moment.instant();
      case Day day -> begin(day);
      case Count count -> Instant.MIN;
    };
  }

  private static Instant begin(Day day) {
    return day.day().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static Day on(Instant instant) {
    return new Day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
  }
}
