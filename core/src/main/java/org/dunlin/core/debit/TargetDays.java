package org.dunlin.core.debit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days on which euros move between banks: the calendar of TARGET, which is closed on Saturdays,
 * Sundays, New Year's Day, Good Friday, Easter Monday, 1 May, and 25 and 26 December (ECB,
 * long-term calendar for TARGET closing days, 14 December 2000).
 */
public final class TargetDays {
  private static final Set<MonthDay> CLOSED =
      Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

  private TargetDays() {}

  /** Whether money moves on it. */
  public static boolean contains(LocalDate day) {
    LocalDate easter = easter(day.getYear());
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !CLOSED.contains(MonthDay.from(day))
        && !day.equals(easter.minusDays(2))
        && !day.equals(easter.plusDays(1));
  }

  /** The day itself, or the next on which money moves. */
  public static LocalDate onOrAfter(LocalDate day) {
    LocalDate open = day;
    while (!contains(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  /**
   * So many such days later; with none, the day itself or the next.
   *
   * @param days zero or more
   */
  public static LocalDate plus(LocalDate day, int days) {
    LocalDate open = onOrAfter(day);
    for (int i = 0; i < days; i++) {
      open = onOrAfter(open.plusDays(1));
    }
    return open;
  }

  /**
   * So many such days earlier.
   *
   * @param days zero or more
   */
  public static LocalDate minus(LocalDate day, int days) {
    LocalDate open = day;
    while (!contains(open)) {
      open = open.minusDays(1);
    }
    for (int i = 0; i < days; i++) {
      do {
        open = open.minusDays(1);
      } while (!contains(open));
    }
    return open;
  }

  /** Easter Sunday of the Gregorian calendar (the method of Meeus, Jones and Butcher). */
  static LocalDate easter(int year) {
    int a = year % 19;
    int b = year / 100;
    int c = year % 100;
    int d = b / 4;
    int e = b % 4;
    int f = (b + 8) / 25;
    int g = (b - f + 1) / 3;
    int h = (19 * a + b - d - g + 15) % 30;
    int i = c / 4;
    int k = c % 4;
    int l = (32 + 2 * e + 2 * i - h - k) % 7;
    int m = (a + 11 * h + 22 * l) / 451;
    int sum = h + l - 7 * m + 114;
    return LocalDate.of(year, sum / 31, sum % 31 + 1);
  }
}
