package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;

/** What was done before, by instalment and by customer. */
final class History {
  /**
   * A step that counts as done.
   *
   * @param pending decided, and waiting for a person or a message to go out
   */
  record Done(int rank, LocalDate on, boolean pending) {}

  private record Entry(String step, LocalDate on, ActionState state) {}

  private static final Comparator<Done> FURTHEST =
      Comparator.comparingInt(Done::rank).thenComparing(Done::on);

  private final Map<InstalmentKey, List<Entry>> entries = new HashMap<>();
  private final Map<String, LocalDate> contacts = new HashMap<>();

  History(List<Action> past) {
    for (Action action : past) {
      for (ActionItem item : action.items()) {
        entries
            .computeIfAbsent(InstalmentKey.of(item), key -> new ArrayList<>())
            .add(new Entry(item.step(), action.on(), action.state()));
      }
      if (counts(action.state()) && action.channel() != Channel.HANDOVER) {
        contacts.merge(action.customerId(), action.on(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
  }

  /** Whether an action in this state counts as done for its step. */
  static boolean counts(ActionState state) {
    return switch (state) {
      case DUE, AWAITING_APPROVAL, SENDING, SENT, DONE, UNKNOWN -> true;
      case HELD, FAILED, CANCELLED -> false;
    };
  }

  /** The last contact with a customer. */
  Optional<LocalDate> lastContact(String customerId) {
    return Optional.ofNullable(contacts.get(customerId));
  }

  /** Whether the instalment has had its one decision of the day, whatever became of it. */
  boolean decidedOn(LocalDate day, InstalmentKey key) {
    return of(key).stream()
        .anyMatch(
            entry ->
                counts(entry.state())
                    ? !entry.on().isBefore(day)
                    : entry.state() != ActionState.HELD && entry.on().equals(day));
  }

  /** Whether anything was done for the instalment before the day. */
  boolean begunBefore(LocalDate day, InstalmentKey key) {
    return of(key).stream().anyMatch(entry -> counts(entry.state()) && entry.on().isBefore(day));
  }

  /** The furthest step of the plan that was done for the instalment. */
  Optional<Done> furthest(InstalmentKey key, Plan plan) {
    return of(key).stream()
        .filter(entry -> counts(entry.state()) && plan.rankOf(entry.step()) >= 0)
        .map(entry -> new Done(plan.rankOf(entry.step()), entry.on(), pending(entry.state())))
        .max(FURTHEST);
  }

  private List<Entry> of(InstalmentKey key) {
    return entries.getOrDefault(key, List.of());
  }

  private static boolean pending(ActionState state) {
    return state == ActionState.DUE || state == ActionState.AWAITING_APPROVAL;
  }
}
