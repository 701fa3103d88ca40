package org.dunlin.core.dunning;

/**
 * How often and on which days a customer is approached.
 *
 * @param minDaysBetween days from one contact to the next: 7 allows Monday after Monday
 * @param businessDaysOnly whether nothing is done on Saturdays and Sundays
 */
public record Contact(int minDaysBetween, boolean businessDaysOnly) {
  public Contact {
    if (minDaysBetween < 0) {
      throw new IllegalArgumentException("days between contacts are not negative");
    }
  }
}
