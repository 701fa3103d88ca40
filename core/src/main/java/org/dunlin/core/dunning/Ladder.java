package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Optional;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Which step of a plan is due for an instalment on a day, and when else it is worth asking. */
final class Ladder {
  /**
   * A step that is due.
   *
   * @param entering whether an old instalment begins with it
   */
  record Rung(Step step, int rank, boolean entering) {}

  /**
   * What a day says of an instalment.
   *
   * @param rung the step that is due
   * @param next the first later day on which anything may be due; null: never, as things stand
   */
  record Outlook(@Nullable Rung rung, @Nullable LocalDate next) {
    Optional<Rung> due() {
      return Optional.ofNullable(rung);
    }
  }

  private final Plan plan;
  private final LocalDate began;
  private final WorkingDays days;

  /**
   * @param began the day from which the plan was in force
   */
  Ladder(Plan plan, LocalDate began) {
    this.plan = plan;
    this.began = began;
    this.days = WorkingDays.of(plan.contact());
  }

  Outlook on(LocalDate today, OpenInstalment instalment, History history) {
    InstalmentKey key = instalment.key();
    if (!days.contains(today)) {
      return new Outlook(null, days.onOrAfter(today));
    }
    if (history.decidedOn(today, key)) {
      return new Outlook(null, today.plusDays(1));
    }
    if (isOld(instalment.dueDate()) && !history.begunBefore(today, key)) {
      return new Climb(today, instalment, true).from(0, entrance(), instalment.dueDate());
    }
    Optional<History.Done> done = history.furthest(key, plan);
    if (done.isEmpty()) {
      return new Climb(today, instalment, false).from(0, 0, instalment.dueDate());
    }
    LocalDate waitsUntil = lastDayOfWaiting(done.get(), instalment.dueDate());
    if (!today.isAfter(waitsUntil)) {
      return new Outlook(null, waitsUntil.equals(LocalDate.MAX) ? null : waitsUntil.plusDays(1));
    }
    int next = done.get().rank() + 1;
    return new Climb(today, instalment, false).from(next, next, done.get().on());
  }

  /** Whether an instalment was overdue before the plan began. */
  boolean isOld(LocalDate dueDate) {
    return plan.onboarding() != null && dueDate.plusDays(1).isBefore(began);
  }

  /**
   * The first later day on which an instalment becomes one that was overdue before the plan began,
   * should the plan not have begun by then; null where it does not.
   */
  @Nullable LocalDate ages(LocalDate today, LocalDate dueDate) {
    LocalDate old = dueDate.plusDays(2);
    return plan.onboarding() != null && old.isAfter(today) ? old : null;
  }

  /** The rank of the step with which old instalments begin. */
  private int entrance() {
    Onboarding onboarding = plan.onboarding();
    return onboarding == null ? 0 : Math.max(0, plan.rankOf(onboarding.enterAt()));
  }

  /** Until when a decided step keeps the next one waiting; its own day where it does not. */
  private LocalDate lastDayOfWaiting(History.Done done, LocalDate dueDate) {
    Step step = plan.steps().get(done.rank());
    boolean asked = done.state() == ActionState.AWAITING_APPROVAL;
    if (!asked && (done.state() != ActionState.DUE || step.channel() != Channel.CALL)) {
      return LocalDate.MIN;
    }
    if (step.channel() == Channel.CALL && step.waitAtMostDays() != null) {
      return done.on().plusDays(step.waitAtMostDays());
    }
    LocalDate lastDay = lastDay(step, dueDate);
    return asked && lastDay != null ? lastDay : LocalDate.MAX;
  }

  /** The last day on which a step may be done; null where it has none. */
  private static @Nullable LocalDate lastDay(Step step, LocalDate dueDate) {
    if (step.untilDays() != null) {
      return dueDate.plusDays(step.untilDays());
    }
    // "Due soon" would be untrue of what is overdue.
    boolean beforeDue = step.due() instanceof Due.FromDueDate from && from.days() < 0;
    return beforeDue ? dueDate : null;
  }

  /** One way up the ladder on one day. */
  private final class Climb {
    private final LocalDate today;
    private final LocalDate dueDate;
    private final Money open;
    private final boolean entering;

    /**
     * @param entering whether an old instalment begins: not with a step before the due date, and
     *     with a call however long ago its day was
     */
    Climb(LocalDate today, OpenInstalment instalment, boolean entering) {
      this.today = today;
      this.dueDate = instalment.dueDate();
      this.open = instalment.open();
      this.entering = entering;
    }

    /**
     * Goes up from a step, past those that count as done on their days, to the first that is due.
     *
     * @param landing what is below counts as done, whatever it is
     */
    Outlook from(int first, int landing, LocalDate lastDone) {
      LocalDate previous = lastDone;
      for (int rank = first; rank < plan.steps().size(); rank++) {
        Step step = plan.steps().get(rank);
        LocalDate day = moved(step.due().day(dueDate, previous));
        if (rank >= landing && day.isAfter(today)) {
          return new Outlook(null, day);
        }
        if (rank >= landing && !counts(step, day)) {
          return new Outlook(new Rung(step, rank, entering), today.plusDays(1));
        }
        previous = day;
      }
      return new Outlook(null, null);
    }

    /** Whether a step counts as done without being done. */
    private boolean counts(Step step, LocalDate day) {
      LocalDate lastDay = lastDay(step, dueDate);
      Money least = step.minAmount().get(open.getCurrencyUnit());
      boolean waitedTooLong =
          !entering
              && step.channel() == Channel.CALL
              && step.waitAtMostDays() != null
              && today.isAfter(day.plusDays(step.waitAtMostDays()));
      return lastDay != null && today.isAfter(lastDay)
          || least != null && open.isLessThan(least)
          || entering && day.isBefore(dueDate)
          || waitedTooLong;
    }

    private LocalDate moved(LocalDate day) {
      return day.isBefore(dueDate) ? days.onOrBefore(day) : days.onOrAfter(day);
    }
  }
}
