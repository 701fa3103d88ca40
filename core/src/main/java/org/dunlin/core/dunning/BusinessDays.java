package org.dunlin.core.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Monday to Friday. */
final class BusinessDays {
  private BusinessDays() {}

  static boolean contains(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The day itself, or the next business day. */
  static LocalDate onOrAfter(LocalDate day) {
    return contains(day) ? day : onOrAfter(day.plusDays(1));
  }

  /** The day itself, or the preceding business day. */
  static LocalDate onOrBefore(LocalDate day) {
    return contains(day) ? day : onOrBefore(day.minusDays(1));
  }
}
