package org.dunlin.core.debit;

import java.time.LocalDate;

/** On which days money is collected. */
public final class CollectionDays {
  private static final int PAYDAY = 25;
  private static final int NEXT_BANKING_DAYS = 5;

  private CollectionDays() {}

  /**
   * The day on which an instalment is collected: its due date, or as soon after as the customer was
   * told long enough before and the bank has the file in time; a day on which money moves.
   *
   * @param leadDays banking days before it on which the bank wants the file
   */
  public static LocalDate of(LocalDate dueDate, LocalDate today, int noticeDays, int leadDays) {
    LocalDate told = today.plusDays(noticeDays);
    LocalDate soonest = TargetDays.onOrAfter(told.isAfter(dueDate) ? told : dueDate);
    LocalDate reached = earliest(today, leadDays);
    return reached.isAfter(soonest) ? reached : soonest;
  }

  /** The earliest day that a file can name which leaves today. */
  public static LocalDate earliest(LocalDate today, int leadDays) {
    return TargetDays.plus(today, leadDays);
  }

  /** The last day on which the file may leave. */
  public static LocalDate latestSubmission(LocalDate collectOn, int leadDays) {
    return TargetDays.minus(collectOn, leadDays);
  }

  /**
   * The day of another try: behind the next payday, the 25th or the first of a month, or some
   * banking days later; not before the customer was told long enough.
   */
  public static LocalDate retry(LocalDate today, CollectRules rules) {
    LocalDate from = today.plusDays(rules.noticeDays());
    return switch (rules.retryOn()) {
      case NEXT_DAYS -> {
        LocalDate next = TargetDays.plus(today, NEXT_BANKING_DAYS);
        yield TargetDays.onOrAfter(next.isAfter(from) ? next : from);
      }
      case PAYDAY -> {
        LocalDate day = from;
        while (!isBehindPayday(day)) {
          day = day.plusDays(1);
        }
        yield day;
      }
    };
  }

  /** The banking day that follows the one on which wages come. */
  private static boolean isBehindPayday(LocalDate day) {
    return isBehind(day, day.withDayOfMonth(1))
        || isBehind(day, day.withDayOfMonth(PAYDAY))
        || isBehind(day, day.withDayOfMonth(1).minusMonths(1).withDayOfMonth(PAYDAY));
  }

  private static boolean isBehind(LocalDate day, LocalDate payday) {
    return TargetDays.plus(payday, 1).equals(day);
  }
}
