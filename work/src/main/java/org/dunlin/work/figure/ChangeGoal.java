package org.dunlin.work.figure;

import java.time.LocalDate;
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

  private void note(String companyId, String by, LocalDate today, String goal) {
    stores.journal().append(companyId, Happening.to("company", companyId, EVENT, by, today, goal));
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }
}
