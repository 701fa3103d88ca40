package org.dunlin.work.figure;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.figure.Goal;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/** Says what a company wants of its receivables. */
public final class ChangeGoal {
  private static final String EVENT = "GOAL_CHANGED";

  private final Stores stores;

  /** Over these stores. */
  public ChangeGoal(Stores stores) {
    this.stores = stores;
  }

  /** Sets the goal in place of any before. */
  public void set(String companyId, Goal goal, String by) {
    stores
        .transactions()
        .run(
            () -> {
              LocalDate today = today(companyId);
              stores.figures().goals().put(companyId, goal, by, today);
              note(companyId, by, today, goal.kind().name() + " " + goal.most());
            });
  }

  /** Takes the goal away, where there is one. */
  public void remove(String companyId, String by) {
    stores
        .transactions()
        .run(
            () -> {
              if (stores.figures().goals().remove(companyId)) {
                note(companyId, by, today(companyId), "none");
              }
            });
  }

  /**
   * Gives a customer days of its own, which count in place of those of the goal.
   *
   * @return false where as many customers as can have some already
   * @throws IllegalArgumentException where these are no days
   */
  public boolean setOwn(String companyId, UUID customerId, int most, String by) {
    if (!Goal.isOne(Goal.Kind.DAYS_OVERDUE, most)) {
      throw new IllegalArgumentException(most + " are no days of a goal");
    }
    return stores
        .transactions()
        .in(
            () -> {
              LocalDate today = today(companyId);
              if (!stores.figures().goals().putOwn(companyId, customerId, most, by, today)) {
                return false;
              }
              noteOwn(companyId, customerId, by, today, String.valueOf(most));
              return true;
            });
  }

  /** Takes them away, where there are some: those of the goal count. */
  public void removeOwn(String companyId, UUID customerId, String by) {
    stores
        .transactions()
        .run(
            () -> {
              if (stores.figures().goals().removeOwn(companyId, customerId)) {
                noteOwn(companyId, customerId, by, today(companyId), "none");
              }
            });
  }

  private void noteOwn(String companyId, UUID customerId, String by, LocalDate today, String days) {
    stores
        .journal()
        .append(companyId, Happening.to("customer", customerId, EVENT, by, today, days));
  }

  private void note(String companyId, String by, LocalDate today, String goal) {
    stores.journal().append(companyId, Happening.to("company", companyId, EVENT, by, today, goal));
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }
}
