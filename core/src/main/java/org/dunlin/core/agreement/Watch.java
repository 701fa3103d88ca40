package org.dunlin.core.agreement;

import java.time.LocalDate;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.ArrangementState;
import org.dunlin.core.model.Instalment;
import org.dunlin.core.model.Promise;
import org.dunlin.core.model.PromiseState;
import org.joda.money.Money;

/** Finds out from what was paid whether a promise or an arrangement was kept or broken. */
public final class Watch {
  private Watch() {}

  /**
   * What became of an open promise: KEPT as soon as the amount is paid; BROKEN once its day is
   * past, all is known that was booked until then, and less was paid.
   *
   * @param tolerance so much less is let go
   */
  public static PromiseState promise(
      Promise promise, Progress progress, Seen seen, Money tolerance) {
    LocalDate lastDay = Seen.lastDay(promise.on());
    if (progress.reaches(promise.amount(), lastDay, tolerance)) {
      return PromiseState.KEPT;
    }
    return seen.past(lastDay) ? PromiseState.BROKEN : PromiseState.OPEN;
  }

  /**
   * What became of an agreed arrangement: BROKEN as soon as less was paid until the day of one of
   * its instalments than was due until then, KEPT once all is paid.
   *
   * @param tolerance so much less is let go, over all instalments together
   */
  public static ArrangementState arrangement(
      Arrangement arrangement, Progress progress, Seen seen, Money tolerance) {
    Money due = Money.zero(arrangement.currency());
    boolean paid = true;
    for (Instalment instalment : arrangement.instalments()) {
      due = due.plus(instalment.amount());
      LocalDate lastDay = Seen.lastDay(instalment.dueDate());
      boolean reached = progress.reaches(due, lastDay, tolerance);
      if (!reached && seen.past(lastDay)) {
        return ArrangementState.BROKEN;
      }
      paid &= reached;
    }
    return paid ? ArrangementState.KEPT : ArrangementState.AGREED;
  }
}
