package org.dunlin.core.dunning;

import org.jspecify.annotations.Nullable;

/**
 * How often and on which days a customer is approached.
 *
 * @param minDaysBetween days from one contact to the next: 7 allows Monday after Monday
 * @param businessDaysOnly whether nothing is done on Saturdays, Sundays and holidays
 * @param calendar whose public holidays count: a country, or a country and region such as {@code
 *     DE-BY}; null: no holidays
 */
public record Contact(int minDaysBetween, boolean businessDaysOnly, @Nullable String calendar) {
  public Contact {
    if (minDaysBetween < 0) {
      throw new IllegalArgumentException("days between contacts are not negative");
    }
  }
}
