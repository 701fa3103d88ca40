package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.sandbox.program.Refusal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Dates and amounts as Xero writes and takes them. */
final class XeroFormats {
  private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)([+-]\\d{4})?\\)/");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private XeroFormats() {}

  static String date(LocalDate date) {
    return instant(date.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  static String dateString(LocalDate date) {
    return SECONDS.format(date.atStartOfDay());
  }

  static String instant(Instant instant) {
    return "/Date(" + instant.toEpochMilli() + "+0000)/";
  }

  /** Without an offset, as the envelope has it. */
  static String moment(Instant instant) {
    return "/Date(" + instant.toEpochMilli() + ")/";
  }

  static String instantString(Instant instant) {
    return SECONDS.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  /** A date in any of the forms that Xero takes. */
  static LocalDate date(String text) {
    Matcher millis = MILLIS.matcher(text);
    try {
      if (millis.matches()) {
        return Instant.ofEpochMilli(Long.parseLong(millis.group(1)))
            .atOffset(ZoneOffset.UTC)
            .toLocalDate();
      }
      return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
    } catch (DateTimeException | NumberFormatException e) {
      throw new Refusal(400, "The date " + text + " could not be read");
    }
  }

  /** The moment of {@code If-Modified-Since}: of HTTP, or ISO 8601 with or without a zone. */
  static Instant since(String text) {
    try {
      return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
    } catch (DateTimeException notOfHttp) {
      try {
        return OffsetDateTime.parse(text).toInstant();
      } catch (DateTimeException withoutZone) {
        try {
          return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
          throw new Refusal(400, "If-Modified-Since could not be read");
        }
      }
    }
  }

  static Money money(CurrencyUnit currency, JsonNode node) {
    try {
      return Money.of(currency, new BigDecimal(node.asText()));
    } catch (NumberFormatException | ArithmeticException e) {
      throw new Refusal(400, "The amount " + node.asText() + " is not valid");
    }
  }
}
