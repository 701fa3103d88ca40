package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The day on which a step is due, before it is moved off a weekend. */
public sealed interface Due {
  /**
   * @param dueDate of the instalment
   * @param previousDone the day on which the previous step was done; the due date where there is
   *     none
   */
  LocalDate day(LocalDate dueDate, LocalDate previousDone);

  /** So many days after the instalment's due date, before it where negative. */
  record FromDueDate(int days) implements Due {
    @Override
    public LocalDate day(LocalDate dueDate, LocalDate previousDone) {
      return dueDate.plusDays(days);
    }
  }

  /** So many days after the previous step was done. */
  record AfterPrevious(int days) implements Due {
    @Override
    public LocalDate day(LocalDate dueDate, LocalDate previousDone) {
      return previousDone.plusDays(days);
    }
  }

  /** The last day of the month in which due date plus so many days lands. */
  record EndOfMonth(int days) implements Due {
    @Override
    public LocalDate day(LocalDate dueDate, LocalDate previousDone) {
      return dueDate.plusDays(days).with(TemporalAdjusters.lastDayOfMonth());
    }
  }
}
