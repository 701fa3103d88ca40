package org.dunlin.core.figure;

/**
 * What a company wants of its receivables.
 *
 * @param most of OVERDUE_SHARE whole percents, else days
 */
public record Goal(Kind kind, int most) {
  private static final int MOST_DAYS = 3650;
  private static final int ALL = 100;

  /** What a goal is about. */
  public enum Kind {
    /** Nothing is open longer than so many days after the last day in time. */
    DAYS_OVERDUE,
    /** Nothing is open longer than so many days after its issue. */
    DAYS_SINCE_ISSUE,
    /** No more than this share of what is open is overdue. */
    OVERDUE_SHARE;

    /** Whether it is of days, so that a customer may have others. */
    public boolean ofDays() {
      return this != OVERDUE_SHARE;
    }
  }

  /** Throws {@link IllegalArgumentException} where the bound is none. */
  public Goal {
    if (!isOne(kind, most)) {
      throw new IllegalArgumentException(most + " is no bound of " + kind);
    }
  }

  /** Whether such a goal can be. */
  public static boolean isOne(Kind kind, int most) {
    return most >= 0
        && switch (kind) {
          case DAYS_OVERDUE, DAYS_SINCE_ISSUE -> most <= MOST_DAYS;
          case OVERDUE_SHARE -> most <= ALL;
        };
  }
}
