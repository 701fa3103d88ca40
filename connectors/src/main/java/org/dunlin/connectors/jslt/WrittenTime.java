package org.dunlin.connectors.jslt;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date or a moment as a program wrote it. The date of a moment is the one that stands there,
 * unless a zone is asked for.
 *
 * @param time null where only a date was written
 * @param offset null where none was written: then UTC counts
 */
record WrittenTime(LocalDate date, @Nullable LocalDateTime time, @Nullable ZoneOffset offset) {
  /**
   * {@code /Date(1766188800000+0000)/}: milliseconds in UTC, and the offset in which to show them.
   */
  private static final Pattern MICROSOFT =
      Pattern.compile("/Date\\((-?[0-9]{1,15})([+-][0-9]{4})?\\)/");

  private static final Pattern ISO =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})"
              + "(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)"
              + " ?(Z|[+-][0-9]{2}:?[0-9]{2})?)?");

  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_TIME).toFormatter();

  /** The time of a text; null where it is none. */
  static @Nullable WrittenTime of(String text) {
    try {
      Matcher microsoft = MICROSOFT.matcher(text);
      if (microsoft.matches()) {
        return microsoft(microsoft);
      }
      Matcher iso = ISO.matcher(text);
      return iso.matches() ? iso(iso) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static WrittenTime microsoft(Matcher found) {
    Instant instant = Instant.ofEpochMilli(Long.parseLong(found.group(1)));
    ZoneOffset offset = found.group(2) == null ? ZoneOffset.UTC : ZoneOffset.of(found.group(2));
    LocalDateTime time = LocalDateTime.ofInstant(instant, offset);
    return new WrittenTime(time.toLocalDate(), time, offset);
  }

  private static WrittenTime iso(Matcher found) {
    LocalDate date = LocalDate.parse(found.group(1));
    if (found.group(2) == null) {
      return new WrittenTime(date, null, null);
    }
    LocalDateTime time = date.atTime(TIME.parse(found.group(2), LocalTime::from));
    return new WrittenTime(
        date, time, found.group(3) == null ? null : ZoneOffset.of(found.group(3)));
  }

  /** The day in this zone; a date alone is the same everywhere. */
  LocalDate dateIn(ZoneId zone) {
    return time == null ? date : instant().atZone(zone).toLocalDate();
  }

  /** The moment; a date alone begins in UTC. */
  Instant instant() {
    LocalDateTime moment = time == null ? date.atStartOfDay() : time;
    return moment.toInstant(offset == null ? ZoneOffset.UTC : offset);
  }
}
