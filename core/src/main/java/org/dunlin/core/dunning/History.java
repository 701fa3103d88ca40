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

/** What was done before, by instalment and by customer; a run of several days adds to it. */
final class History {
  /** A step that was taken, and how far that has come. */
  record Done(int rank, LocalDate on, ActionState state) {}

  private record Entry(String step, LocalDate on, ActionState state) {}

  private static final Comparator<Done> FURTHEST =
      Comparator.comparingInt(Done::rank).thenComparing(Done::on).thenComparing(Done::state);

  private final Map<InstalmentKey, List<Entry>> entries = new HashMap<>();
  private final Map<String, LocalDate> contacts = new HashMap<>();

  /** Days on which a contact was decided that a person has still to approve. */
  private final Map<String, LocalDate> asked = new HashMap<>();

  private final Map<String, LocalDate> began = new HashMap<>();

  History(List<Action> past) {
    past.forEach(this::add);
  }

  void add(Action action) {
    for (ActionItem item : action.items()) {
      entries
          .computeIfAbsent(InstalmentKey.of(item), key -> new ArrayList<>(4))
          .add(new Entry(item.step(), action.on(), action.state()));
    }
    if (counts(action.state())) {
      began.merge(action.plan(), action.on(), (a, b) -> a.isBefore(b) ? a : b);
      if (action.channel() != Channel.HANDOVER) {
        boolean approved = action.state() != ActionState.AWAITING_APPROVAL;
        (approved ? contacts : asked)
            .merge(action.customerId(), action.on(), (a, b) -> a.isAfter(b) ? a : b);
      }
    }
  }

  /** Whether an action in this state takes its step. */
  static boolean counts(ActionState state) {
    return switch (state) {
      case DUE, AWAITING_APPROVAL, SENDING, SENT, DONE, UNKNOWN -> true;
      case HELD, FAILED, CANCELLED -> false;
    };
  }

  /** The day of the first action under a plan, as far as it is known. */
  Optional<LocalDate> began(String planId) {
    return Optional.ofNullable(began.get(planId));
  }

  /**
   * The last contact with a customer. What a person has not approved reached nobody, but is the
   * contact of the day for which it was decided.
   */
  Optional<LocalDate> lastContact(String customerId, LocalDate today) {
    LocalDate awaiting = asked.get(customerId);
    if (awaiting != null && !awaiting.isBefore(today)) {
      return Optional.of(awaiting);
    }
    return Optional.ofNullable(contacts.get(customerId));
  }

  /** Whether the instalment has had its one decision of the day, whatever became of it. */
  boolean decidedOn(LocalDate day, InstalmentKey key) {
    for (Entry entry : of(key)) {
      boolean decided =
          counts(entry.state())
              ? !entry.on().isBefore(day)
              : entry.state() != ActionState.HELD && entry.on().equals(day);
      if (decided) {
        return true;
      }
    }
    return false;
  }

  /** Whether anything was done for the instalment before the day. */
  boolean begunBefore(LocalDate day, InstalmentKey key) {
    for (Entry entry : of(key)) {
      if (counts(entry.state()) && entry.on().isBefore(day)) {
        return true;
      }
    }
    return false;
  }

  /** The furthest step of the plan that was taken for the instalment. */
  Optional<Done> furthest(InstalmentKey key, Plan plan) {
    Done furthest = null;
    for (Entry entry : of(key)) {
      int rank = counts(entry.state()) ? plan.rankOf(entry.step()) : -1;
      if (rank >= 0) {
        Done done = new Done(rank, entry.on(), entry.state());
        furthest = furthest == null || FURTHEST.compare(done, furthest) > 0 ? done : furthest;
      }
    }
    return Optional.ofNullable(furthest);
  }

  private List<Entry> of(InstalmentKey key) {
    return entries.getOrDefault(key, List.of());
  }
}
