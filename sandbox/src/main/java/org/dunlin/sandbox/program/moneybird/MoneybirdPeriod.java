package org.dunlin.sandbox.program.moneybird;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import org.dunlin.sandbox.program.Refusal;

/** From a day to a day, both included, as the filter {@code period} names it. */
record MoneybirdPeriod(LocalDate from, LocalDate to) {
  private static final String BETWEEN = "..";

  static MoneybirdPeriod of(String name, LocalDate today) {
    YearMonth month = YearMonth.from(today);
    YearMonth quarter = month.minusMonths((month.getMonthValue() - 1) % 3);
    YearMonth year = month.withMonth(1);
    return switch (name) {
      case "this_month" -> months(month, 1);
      case "prev_month" -> months(month.minusMonths(1), 1);
      case "next_month" -> months(month.plusMonths(1), 1);
      case "this_quarter" -> months(quarter, 3);
      case "prev_quarter" -> months(quarter.minusMonths(3), 3);
      case "next_quarter" -> months(quarter.plusMonths(3), 3);
      case "this_year" -> months(year, 12);
      case "prev_year" -> months(year.minusYears(1), 12);
      case "next_year" -> months(year.plusYears(1), 12);
      default -> range(name);
    };
  }

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static MoneybirdPeriod months(YearMonth first, int count) {
    return new MoneybirdPeriod(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  private static MoneybirdPeriod range(String name) {
    int dots = name.indexOf(BETWEEN);
    try {
      String first = dots < 0 ? name : name.substring(0, dots);
      String last = dots < 0 ? name : name.substring(dots + BETWEEN.length());
      return new MoneybirdPeriod(day(first, false), day(last, true));
    } catch (DateTimeException e) {
      throw new Refusal(400, "Period is invalid");
    }
  }

  private static LocalDate day(String text, boolean last) {
    if (text.length() == 8) {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    }
    LocalDate first = LocalDate.parse(text + "01", DateTimeFormatter.BASIC_ISO_DATE);
    return last ? YearMonth.from(first).atEndOfMonth() : first;
  }
}
