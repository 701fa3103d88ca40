package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;

/** What of a plan entered on a day by an earlier run, read off what was decided. */
final class Entrance {
  private final LocalDate today;
  private final Iterable<Action> past;
  private final Desk desk;

  Entrance(LocalDate today, Iterable<Action> past, Desk desk) {
    this.today = today;
    this.past = past;
    this.desk = desk;
  }

  /** Tells the doors who is inside. */
  void tell(Entrants entrants) {
    for (Plan plan : desk.plans()) {
      if (plan.onboarding() != null) {
        enteredToday(plan).forEach(invoice -> entrants.entered(plan.id(), invoice));
      }
    }
  }

  private Set<String> enteredToday(Plan plan) {
    Set<String> invoices = new HashSet<>();
    for (Action action : past) {
      if (action.on().equals(today)
          && action.plan().equals(plan.id())
          && History.counts(action.state())) {
        action.items().stream()
            .filter(item -> entered(item, plan))
            .map(ActionItem::invoiceId)
            .forEach(invoices::add);
      }
    }
    return invoices;
  }

  private boolean entered(ActionItem item, Plan plan) {
    return desk.ladder(plan).isOld(item.dueDate())
        && !desk.history().begunBefore(today, InstalmentKey.of(item));
  }
}
