package org.dunlin.connectors.program.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpReply;

/**
 * How long a program asks to be left alone: the header Retry-After as seconds or as a date (RFC
 * 9110, 10.2.3), or as seconds since 1970, as some write it; and not longer than a day, after which
 * it may be asked what it thinks now.
 */
public final class RetryAfter {
  private static final Duration LONGEST = Duration.ofDays(1);
  private static final long A_MOMENT = 1_000_000_000;
  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");

  private RetryAfter() {}

  /** The moment before which nothing is asked, where the answer names one. */
  public static Optional<Instant> of(HttpReply reply, Instant now) {
    return reply
        .header("retry-after")
        .map(String::strip)
        .flatMap(text -> length(text, reply, now))
        .map(RetryAfter::bounded)
        .map(now::plus);
  }

  private static Optional<Duration> length(String text, HttpReply reply, Instant now) {
    if (SECONDS.matcher(text).matches()) {
      BigDecimal given = new BigDecimal(text).setScale(0, RoundingMode.CEILING);
      long seconds = given.longValueExact();
      return Optional.of(
          seconds < A_MOMENT
              ? Duration.ofSeconds(seconds)
              : until(Instant.ofEpochSecond(seconds), reply, now));
    }
    return date(text).map(moment -> until(moment, reply, now));
  }

  /** By the program's own clock, which may be wrong by more than it asks for. */
  private static Duration until(Instant moment, HttpReply reply, Instant now) {
    return Duration.between(reply.header("date").flatMap(RetryAfter::date).orElse(now), moment);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Duration bounded(Duration length) {
    if (length.isNegative()) {
      return Duration.ZERO;
    }
    return length.compareTo(LONGEST) > 0 ? LONGEST : length;
  }
}
