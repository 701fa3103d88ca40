package org.dunlin.core.dunning;

import java.util.List;

/** Stops a day that would send far more than usual, until a person says that it is meant. */
public final class Breaker {
  private static final int TIMES_USUAL = 3;

  private Breaker() {}

  /**
   * True where today is more than the floor and more than three times the usual. The usual is the
   * median of the earlier days on which there was a message, 0 where there is none.
   *
   * @param today messages that would go out today
   * @param earlierDays messages that went out, one number a day, in any order
   * @param floor so many messages a day are never questioned
   */
  public static boolean trips(int today, List<Integer> earlierDays, int floor) {
    return today > floor && 2L * today > TIMES_USUAL * twiceTheMedian(earlierDays);
  }

  /** Twice, since the median of an even number of days may lie between two whole numbers. */
  private static long twiceTheMedian(List<Integer> earlierDays) {
    List<Integer> days = earlierDays.stream().filter(day -> day >= 1).sorted().toList();
    if (days.isEmpty()) {
      return 0;
    }
    return (long) days.get((days.size() - 1) / 2) + days.get(days.size() / 2);
  }
}
