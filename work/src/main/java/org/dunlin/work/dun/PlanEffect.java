package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;

/**
 * What another plan changes of what is ahead.
 *
 * @param now by the plans in force
 * @param then by the others
 * @param customers how many customers get something else, or on another day
 * @param differences of the first of them
 */
public record PlanEffect(
    LocalDate first,
    LocalDate last,
    Figures now,
    Figures then,
    int customers,
    List<Difference> differences) {
  private static final int MOST = 50;

  public PlanEffect {
    differences = List.copyOf(differences);
  }

  /**
   * How much goes out and is held.
   *
   * @param out messages, calls and hand-overs
   * @param outFirstDay so many of them on the first day
   * @param awaiting what a person has to approve first
   * @param held what is due and is held
   * @param why how much each reason holds; what several hold counts for each
   */
  public record Figures(
      int out, int outFirstDay, int awaiting, int held, Map<HoldReason, Integer> why) {
    public Figures {
      why = Collections.unmodifiableMap(new TreeMap<>(why));
    }
  }

  /** Something that is done for a customer on a day, or is held on it. */
  public record Done(LocalDate on, String step, Channel channel, ActionState state) {
    static Done of(Action action) {
      return new Done(action.on(), action.step(), action.channel(), action.state());
    }
  }

  /** What is other for a customer. */
  public record Difference(String customerId, String name, List<Done> now, List<Done> then) {
    public Difference {
      now = List.copyOf(now);
      then = List.copyOf(then);
    }
  }

  /** What is ahead by some plans, of which no more is kept than is compared. */
  static final class Outline {
    private final LocalDate first;
    private final Map<String, List<Done>> byCustomer = new HashMap<>();
    private final Map<HoldReason, Integer> why = new EnumMap<>(HoldReason.class);
    private final Map<ActionState, Integer> states = new EnumMap<>(ActionState.class);
    private int outFirstDay;

    Outline(LocalDate first) {
      this.first = first;
    }

    void add(Action action) {
      byCustomer
          .computeIfAbsent(action.customerId(), key -> new ArrayList<>(2))
          .add(Done.of(action));
      states.merge(action.state(), 1, Integer::sum);
      if (action.state() == ActionState.DUE && action.on().equals(first)) {
        outFirstDay++;
      }
      if (action.state() == ActionState.HELD) {
        action.holds().stream()
            .map(Hold::reason)
            .distinct()
            .forEach(reason -> why.merge(reason, 1, Integer::sum));
      }
    }

    private List<Done> of(String customerId) {
      return byCustomer.getOrDefault(customerId, List.of());
    }

    private int in(ActionState state) {
      return states.getOrDefault(state, 0);
    }

    private Figures figures() {
      return new Figures(
          in(ActionState.DUE),
          outFirstDay,
          in(ActionState.AWAITING_APPROVAL),
          in(ActionState.HELD),
          why);
    }
  }

  /** Gives customers by their ids. */
  @FunctionalInterface
  interface Known {
    List<Customer> of(List<UUID> ids);
  }

  static PlanEffect of(LocalDate first, LocalDate last, Outline now, Outline then, Known known) {
    Set<String> all = new TreeSet<>(now.byCustomer.keySet());
    all.addAll(then.byCustomer.keySet());
    all.removeIf(id -> now.of(id).equals(then.of(id)));
    List<String> shown = all.stream().limit(MOST).toList();
    Map<String, String> names = new HashMap<>();
    known
        .of(shown.stream().map(UUID::fromString).toList())
        .forEach(customer -> names.put(customer.id(), customer.name()));
    return new PlanEffect(
        first,
        last,
        now.figures(),
        then.figures(),
        all.size(),
        shown.stream()
            .map(id -> new Difference(id, names.getOrDefault(id, id), now.of(id), then.of(id)))
            .toList());
  }
}
