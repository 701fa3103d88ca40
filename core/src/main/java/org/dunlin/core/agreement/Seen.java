package org.dunlin.core.agreement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Up to when it is known what was paid.
 *
 * @param today the business date in the company's time zone
 * @param coveredTo the last day that the statements of every account cover; absent where there are
 *     none
 */
public record Seen(LocalDate today, @Nullable LocalDate coveredTo) {

  /**
   * The last day on which what was promised for a day may be booked: the day itself, or the Monday
   * after a weekend, on which banks book what was paid meanwhile.
   */
  public static LocalDate lastDay(LocalDate promised) {
    LocalDate day = promised;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** Whether all is known that was booked until the end of that day. */
  boolean past(LocalDate day) {
    return today.isAfter(day) && coveredTo != null && !coveredTo.isBefore(day);
  }
}
