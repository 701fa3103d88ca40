package org.dunlin.connectors.jslt;

import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Function;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dunlin.connectors.jslt.Named.WrongArgument;
import org.jspecify.annotations.Nullable;

/** Dates and instants, in the forms in which programs write them. */
final class DateFunctions {
  private DateFunctions() {}

  static List<Function> all() {
    return List.of(
        new Named("date", 1, 2, DateFunctions::date),
        new Named("instant", 1, 1, DateFunctions::instant),
        new Named("epoch-date", 1, 2, DateFunctions::epochDate),
        new Named("epoch-instant", 1, 1, DateFunctions::epochInstant),
        new Named("plus-days", 2, 2, DateFunctions::plusDays));
  }

  private static @Nullable JsonNode date(JsonNode[] given) {
    WrittenTime time = time(given[0]);
    if (time == null) {
      return null;
    }
    LocalDate date = given.length > 1 ? time.dateIn(zone(given[1])) : time.date();
    return Arguments.written(date.toString());
  }

  private static @Nullable JsonNode instant(JsonNode[] given) {
    WrittenTime time = time(given[0]);
    return time == null ? null : Arguments.written(time.instant().toString());
  }

  private static @Nullable JsonNode epochDate(JsonNode[] given) {
    Instant instant = epoch(given[0]);
    ZoneId zone = given.length > 1 ? zone(given[1]) : ZoneOffset.UTC;
    return instant == null
        ? null
        : Arguments.written(instant.atZone(zone).toLocalDate().toString());
  }

  private static @Nullable JsonNode epochInstant(JsonNode[] given) {
    Instant instant = epoch(given[0]);
    return instant == null ? null : Arguments.written(instant.toString());
  }

  private static @Nullable JsonNode plusDays(JsonNode[] given) {
    WrittenTime time = time(given[0]);
    Long days = Arguments.whole(given[1]);
    if (time == null || days == null) {
      return null;
    }
    try {
      return Arguments.written(time.date().plusDays(days).toString());
    } catch (DateTimeException | ArithmeticException e) {
      throw new WrongArgument("a number of days within the calendar", given[1]);
    }
  }

  private static @Nullable WrittenTime time(JsonNode value) {
    if (Arguments.nothing(value)) {
      return null;
    }
    if (value.isTextual()) {
      WrittenTime time = WrittenTime.of(value.textValue().strip());
      if (time != null) {
        return time;
      }
    }
    throw new WrongArgument(
        "a date such as 2026-11-20 or an instant such as 2026-11-20T08:00:00Z", value);
  }

  private static @Nullable Instant epoch(JsonNode value) {
    BigDecimal seconds = Arguments.decimal(value);
    if (seconds == null) {
      return null;
    }
    try {
      return Instant.ofEpochSecond(seconds.setScale(0, RoundingMode.FLOOR).longValueExact());
    } catch (DateTimeException | ArithmeticException e) {
      throw new WrongArgument("seconds since 1970", value);
    }
  }

  private static ZoneId zone(JsonNode value) {
    if (Arguments.nothing(value)) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(value.asText());
    } catch (DateTimeException e) {
      throw new WrongArgument("a time zone such as Europe/Amsterdam", value);
    }
  }
}
