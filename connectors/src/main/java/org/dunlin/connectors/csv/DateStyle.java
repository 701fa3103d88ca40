package org.dunlin.connectors.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How days are written: patterns of {@code yyyy}, {@code yy}, {@code MM}, {@code M}, {@code MMM},
 * {@code dd} and {@code d} with what stands between them. What follows a day, such as a time, may
 * stand behind it after a blank or a {@code T}.
 */
final class DateStyle {
  /** Two digits of a year from here on are of the century before. */
  private static final LocalDate FIRST_OF_LAST_CENTURY = LocalDate.of(1980, 1, 1);

  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

  private final List<String> patterns;
  private final List<DateTimeFormatter> formatters;
  private final List<Pattern> shapes;

  /**
   * @param language of names of months
   */
  DateStyle(List<String> patterns, Locale language) {
    this.patterns = List.copyOf(patterns);
    this.formatters = patterns.stream().map(each -> formatter(each, language)).toList();
    this.shapes = patterns.stream().map(DateStyle::shape).toList();
  }

  List<String> patterns() {
    return patterns;
  }

  /** The day; empty where the text is none in this style, or none that a payment has. */
  Optional<LocalDate> read(String cell) {
    String text = Cells.text(cell);
    for (int i = 0; i < formatters.size(); i++) {
      String part = part(text, patterns.get(i));
      Optional<LocalDate> day =
          shapes.get(i).matcher(part).matches() ? day(part, formatters.get(i)) : Optional.empty();
      if (day.isPresent()) {
        return day;
      }
    }
    return Optional.empty();
  }

  /** Without the time behind it. */
  private static String part(String text, String pattern) {
    if (pattern.indexOf(' ') >= 0) {
      return text;
    }
    int blank = text.indexOf(' ');
    int end = blank < 0 ? text.indexOf('T') : blank;
    return end < 0 ? text : text.substring(0, end);
  }

  private static Optional<LocalDate> day(String text, DateTimeFormatter formatter) {
    try {
      LocalDate day = LocalDate.parse(text, formatter);
      return day.isBefore(EARLIEST) || !day.isBefore(LATEST) ? Optional.empty() : Optional.of(day);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What a day looks like, so that no exception is made of each text that is none. */
  private static Pattern shape(String pattern) {
    String shape =
        pattern
            .replace(".", "[.]")
            .replaceAll("y", "[0-9]")
            .replace("MMM", "[^0-9]{3,12}")
            .replace("MM", "[0-9]{2}")
            .replaceAll("M(?![a-z])", "[0-9]{1,2}")
            .replace("dd", "[0-9]{2}")
            .replaceAll("d(?![a-z])", "[0-9]{1,2}");
    return Pattern.compile(shape);
  }

  private static DateTimeFormatter formatter(String pattern, Locale language) {
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    int at = 0;
    while (at < pattern.length()) {
      char letter = pattern.charAt(at);
      int end = at;
      while (end < pattern.length() && pattern.charAt(end) == letter) {
        end++;
      }
      add(builder, letter, end - at);
      at = end;
    }
    return builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT);
  }

  private static void add(DateTimeFormatterBuilder builder, char letter, int count) {
    switch (letter) {
      case 'y' -> {
        if (count == 2) {
          builder.appendValueReduced(ChronoField.YEAR, 2, 2, FIRST_OF_LAST_CENTURY);
        } else {
          builder.appendValue(ChronoField.YEAR, 4);
        }
      }
      case 'M' -> {
        if (count == 3) {
          builder.appendPattern("MMM");
        } else {
          number(builder, ChronoField.MONTH_OF_YEAR, count);
        }
      }
      case 'd' -> number(builder, ChronoField.DAY_OF_MONTH, count);
      default -> builder.appendLiteral(String.valueOf(letter).repeat(count));
    }
  }

  private static void number(DateTimeFormatterBuilder builder, ChronoField field, int count) {
    if (count == 1) {
      builder.appendValue(field, 1, 2, SignStyle.NOT_NEGATIVE);
    } else {
      builder.appendValue(field, 2);
    }
  }

  /** Whether one text could be two days: day and month in both orders. */
  static boolean contradict(List<String> patterns, Locale language) {
    DateStyle all = new DateStyle(patterns, language);
    LocalDate start = LocalDate.of(2001, 2, 3);
    for (int days = 0; days < 800; days += 29) {
      LocalDate day = start.plus(days, ChronoUnit.DAYS);
      for (DateTimeFormatter writer : all.formatters) {
        String text = writer.format(day);
        boolean other =
            all.formatters.stream()
                .flatMap(reader -> day(text, reader).stream())
                .anyMatch(read -> !read.equals(day));
        if (other) {
          return true;
        }
      }
    }
    return false;
  }
}
