package org.dunlin.core.debit;

/**
 * How a company collects.
 *
 * @param collects whether it does, where nothing else is said of a customer or a plan
 * @param noticeDays how many days before the collection a customer is told, 1 to 60: 14 unless
 *     another number is agreed (EPC016-06, 4.3)
 * @param retries how often an instalment is tried again for want of money, 0 to 5
 * @param retryOn on which day
 */
public record CollectRules(boolean collects, int noticeDays, int retries, RetryOn retryOn) {
  /** What counts where nothing is said. */
  public static final CollectRules USUAL = new CollectRules(false, 14, 1, RetryOn.PAYDAY);

  /** The day of another try. */
  public enum RetryOn {
    /** Behind the next day on which most wages come: the 25th, or the first of a month. */
    PAYDAY,
    /** Five banking days later. */
    NEXT_DAYS
  }

  /** Throws where a number is out of its range. */
  public CollectRules {
    if (noticeDays < 1 || noticeDays > 60 || retries < 0 || retries > 5) {
      throw new IllegalArgumentException(
          "Notice is given 1 to 60 days ahead, and it is tried again 0 to 5 times.");
    }
  }
}
