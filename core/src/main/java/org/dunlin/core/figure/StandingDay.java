package org.dunlin.core.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How a company stood in one currency as a business date began.
 *
 * @param notDue what was not due yet
 * @param upTo30 1 to 30 days overdue
 * @param upTo60 31 to 60 days
 * @param upTo90 61 to 90 days
 * @param over90 more than 90 days
 * @param credit what was open of credit notes
 * @param dso days sales outstanding by count-back; absent where it was not known, like those below
 * @param dsoAverage the same by average
 * @param dsoBest the best possible
 * @param effectiveness how much of what could be collected was, in per cent
 * @param beyondGoal what did not keep to the goal of that day; absent where there was none
 */
public record StandingDay(
    LocalDate on,
    Money notDue,
    Money upTo30,
    Money upTo60,
    Money upTo90,
    Money over90,
    Money credit,
    int invoices,
    int customers,
    @Nullable BigDecimal dso,
    @Nullable BigDecimal dsoAverage,
    @Nullable BigDecimal dsoBest,
    @Nullable BigDecimal effectiveness,
    @Nullable Money beyondGoal) {

  /** What was overdue, however long. */
  public Money overdue() {
    return upTo30.plus(upTo60).plus(upTo90).plus(over90);
  }

  /** All that was open of invoices. */
  public Money open() {
    return notDue.plus(overdue());
  }

  /** What was owed, less the credit notes that nobody had used yet. */
  public Money owed() {
    return Owed.lessCredit(open(), notDue, credit).open();
  }
}
