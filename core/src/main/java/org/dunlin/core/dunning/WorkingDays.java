package org.dunlin.core.dunning;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days on which a plan does something: all, Monday to Friday, or those without holidays. */
final class WorkingDays {
  private final boolean businessDaysOnly;
  private final @Nullable HolidayCalendar holidays;

  private WorkingDays(boolean businessDaysOnly, @Nullable HolidayCalendar holidays) {
    this.businessDaysOnly = businessDaysOnly;
    this.holidays = holidays;
  }

  static WorkingDays of(Contact contact) {
    String calendar = contact.calendar();
    return new WorkingDays(
        contact.businessDaysOnly(),
        contact.businessDaysOnly() && calendar != null ? HolidayCalendar.of(calendar) : null);
  }

  boolean contains(LocalDate day) {
    if (!businessDaysOnly) {
      return true;
    }
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && (holidays == null || !holidays.isHoliday(day));
  }

  /** The day itself, or the next working day. */
  LocalDate onOrAfter(LocalDate day) {
    LocalDate open = day;
    while (!contains(open)) {
      open = open.plusDays(1);
    }
    return open;
  }

  /** The day itself, or the preceding working day. */
  LocalDate onOrBefore(LocalDate day) {
    LocalDate open = day;
    while (!contains(open)) {
      open = open.minusDays(1);
    }
    return open;
  }
}
