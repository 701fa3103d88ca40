package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.dunlin.core.model.Channel;
import org.joda.money.Money;

/** Which step of a plan is due for an instalment today. */
final class Ladder {
  /** From this many days after the first step would have been due an invoice counts as old. */
  private static final int OLD_DAYS = 30;

  /**
   * A step that is due today.
   *
   * @param entering whether an old instalment begins with it
   */
  record Rung(Step step, int rank, boolean entering) {}

  private record Stop(int rank, LocalDate day) {}

  private final Plan plan;
  private final LocalDate today;

  Ladder(Plan plan, LocalDate today) {
    this.plan = plan;
    this.today = today;
  }

  Optional<Rung> dueToday(OpenInstalment instalment, History history) {
    InstalmentKey key = instalment.key();
    if (closedToday() || history.decidedOn(today, key)) {
      return Optional.empty();
    }
    LocalDate dueDate = instalment.dueDate();
    if (!history.begunBefore(today, key) && isOld(dueDate, instalment.open())) {
      return climb(0, dueDate, dueDate, instalment.open(), false).map(stop -> rung(stop, true));
    }
    Optional<History.Done> done = history.furthest(key, plan);
    if (done.isPresent() && stillWaits(done.get())) {
      return Optional.empty();
    }
    int from = done.map(last -> last.rank() + 1).orElse(0);
    LocalDate previous = done.map(History.Done::on).orElse(dueDate);
    return climb(from, dueDate, previous, instalment.open(), true).map(stop -> rung(stop, false));
  }

  /** Whether an instalment that has seen no step yet falls under the plan's onboarding. */
  boolean isOld(LocalDate dueDate, Money open) {
    return plan.onboarding() != null
        && today.isAfter(dueDate)
        && climb(0, dueDate, dueDate, open, false)
            .filter(stop -> stop.day().plusDays(OLD_DAYS).isBefore(today))
            .isPresent();
  }

  /** Goes up from a step, past those that count as done, to the first that is due by today. */
  private Optional<Stop> climb(
      int from, LocalDate dueDate, LocalDate lastDone, Money open, boolean callsWait) {
    LocalDate previous = lastDone;
    for (int rank = from; rank < plan.steps().size(); rank++) {
      Step step = plan.steps().get(rank);
      LocalDate day = moved(step.due().day(dueDate, previous), dueDate);
      if (day.isAfter(today)) {
        return Optional.empty();
      }
      boolean waitedTooLong = callsWait && waitIsOver(step, day);
      if (!isOver(step, dueDate) && !isTooSmall(step, open) && !waitedTooLong) {
        return Optional.of(new Stop(rank, day));
      }
      previous = day;
    }
    return Optional.empty();
  }

  private boolean closedToday() {
    return plan.contact().businessDaysOnly() && !BusinessDays.contains(today);
  }

  private LocalDate moved(LocalDate day, LocalDate dueDate) {
    if (!plan.contact().businessDaysOnly()) {
      return day;
    }
    return day.isBefore(dueDate) ? BusinessDays.onOrBefore(day) : BusinessDays.onOrAfter(day);
  }

  private boolean isOver(Step step, LocalDate dueDate) {
    if (step.untilDays() != null) {
      return today.isAfter(dueDate.plusDays(step.untilDays()));
    }
    // "Due soon" would be untrue of what is overdue.
    boolean beforeDue = step.due() instanceof Due.FromDueDate from && from.days() < 0;
    return beforeDue && today.isAfter(dueDate);
  }

  private static boolean isTooSmall(Step step, Money open) {
    Money least = step.minAmount().get(open.getCurrencyUnit());
    return least != null && open.isLessThan(least);
  }

  private boolean waitIsOver(Step step, LocalDate day) {
    return step.channel() == Channel.CALL
        && step.waitAtMostDays() != null
        && today.isAfter(day.plusDays(step.waitAtMostDays()));
  }

  private boolean stillWaits(History.Done done) {
    Step step = plan.steps().get(done.rank());
    return done.pending() && step.channel() == Channel.CALL && !waitIsOver(step, done.on());
  }

  private Rung rung(Stop stop, boolean entering) {
    return new Rung(plan.steps().get(stop.rank()), stop.rank(), entering);
  }
}
