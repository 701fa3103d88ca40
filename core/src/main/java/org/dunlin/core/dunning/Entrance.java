package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;

/** Lets old instalments in, so many customers a day and plan; what is held takes nobody's place. */
final class Entrance {
  private static final Comparator<Candidate> OLDEST_FIRST =
      Comparator.comparing((Candidate candidate) -> candidate.instalment().dueDate())
          .thenComparing(candidate -> candidate.customer().id());

  private final LocalDate today;
  private final List<Action> past;
  private final History history;

  Entrance(LocalDate today, List<Action> past, History history) {
    this.today = today;
    this.past = past;
    this.history = history;
  }

  /** The candidates of one plan without those who have to wait for another day. */
  List<Candidate> admitted(Plan plan, List<Candidate> candidates) {
    Onboarding onboarding = plan.onboarding();
    if (onboarding == null) {
      return candidates;
    }
    Set<String> inside = enteredToday(plan);
    candidates.stream()
        .filter(candidate -> candidate.rung().entering() && !candidate.isHeld())
        .sorted(OLDEST_FIRST)
        .map(candidate -> candidate.customer().id())
        .filter(id -> inside.contains(id) || inside.size() < onboarding.perDay())
        .forEach(inside::add);
    return candidates.stream()
        .filter(
            candidate ->
                !candidate.rung().entering()
                    || candidate.isHeld()
                    || inside.contains(candidate.customer().id()))
        .toList();
  }

  /** Who entered today by an earlier run, read off what was decided. */
  private Set<String> enteredToday(Plan plan) {
    Ladder ladder = new Ladder(plan, today);
    Set<String> customers = new HashSet<>();
    for (Action action : past) {
      if (action.on().equals(today)
          && action.plan().equals(plan.id())
          && History.counts(action.state())
          && action.items().stream().anyMatch(item -> entered(item, ladder))) {
        customers.add(action.customerId());
      }
    }
    return customers;
  }

  private boolean entered(ActionItem item, Ladder ladder) {
    return !history.begunBefore(today, InstalmentKey.of(item))
        && ladder.isOld(item.dueDate(), item.amount());
  }
}
