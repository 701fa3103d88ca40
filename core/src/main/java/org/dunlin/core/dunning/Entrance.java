package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;

/** Lets old invoices in, so many a day and plan; what is held takes nobody's place. */
final class Entrance {
  private static final Comparator<Candidate> OLDEST_FIRST =
      Comparator.comparing((Candidate candidate) -> candidate.instalment().dueDate())
          .thenComparing(candidate -> candidate.customer().id())
          .thenComparing(candidate -> candidate.instalment().invoice().id());

  private final LocalDate today;
  private final Iterable<Action> past;
  private final Desk desk;

  Entrance(LocalDate today, Iterable<Action> past, Desk desk) {
    this.today = today;
    this.past = past;
    this.desk = desk;
  }

  /** The candidates of one plan without those that have to wait for another day. */
  List<Candidate> admitted(Plan plan, List<Candidate> candidates) {
    Onboarding onboarding = plan.onboarding();
    if (onboarding == null || candidates.stream().noneMatch(Entrance::asks)) {
      return candidates;
    }
    Set<String> inside = enteredToday(plan);
    candidates.stream()
        .filter(Entrance::asks)
        .sorted(OLDEST_FIRST)
        .map(candidate -> candidate.instalment().invoice().id())
        .filter(id -> inside.contains(id) || inside.size() < onboarding.perDay())
        .forEach(inside::add);
    return candidates.stream()
        .filter(
            candidate -> !asks(candidate) || inside.contains(candidate.instalment().invoice().id()))
        .toList();
  }

  private static boolean asks(Candidate candidate) {
    return candidate.rung().entering() && !candidate.isHeld();
  }

  /** What entered today by an earlier run, read off what was decided. */
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
