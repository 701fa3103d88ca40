package org.dunlin.sandbox.program.exact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Refusal;

/** Dates as they are sent: ISO 8601, or as they are answered. */
final class ExactDates {
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)\\)/");

  private ExactDates() {}

  static LocalDate of(String text) {
    Matcher millis = MILLIS.matcher(text);
    try {
      return millis.matches()
          ? Instant.ofEpochMilli(Long.parseLong(millis.group(1)))
              .atOffset(ZoneOffset.UTC)
              .toLocalDate()
          : LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException e) {
      throw new Refusal(400, "The value '" + text + "' is not a date.");
    }
  }
}
