package org.dunlin.core.claim;

import java.time.LocalDate;
import java.time.Month;

/** The halves of a year by which laws set their rates. */
final class HalfYear {
  private HalfYear() {}

  /** 1 January or 1 July. */
  static LocalDate first(LocalDate day) {
    return day.getMonthValue() <= 6
        ? day.withDayOfYear(1)
        : LocalDate.of(day.getYear(), Month.JULY, 1);
  }

  /** 30 June or 31 December. */
  static LocalDate last(LocalDate day) {
    return first(day).plusMonths(6).minusDays(1);
  }
}
