package org.dunlin.sandbox.world;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days on which banks book: Monday to Friday. */
final class BankingDays {
  private BankingDays() {}

  static boolean isOne(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
  }

  /** The day itself, or the next one on which banks book. */
  static LocalDate onOrAfter(LocalDate day) {
    LocalDate next = day;
    while (!isOne(next)) {
      next = next.plusDays(1);
    }
    return next;
  }

  static LocalDate onOrBefore(LocalDate day) {
    LocalDate previous = day;
    while (!isOne(previous)) {
      previous = previous.minusDays(1);
    }
    return previous;
  }

  /** So many banking days later. */
  static LocalDate after(LocalDate day, int count) {
    LocalDate next = day;
    for (int i = 0; i < count; i++) {
      next = onOrAfter(next.plusDays(1));
    }
    return next;
  }
}
