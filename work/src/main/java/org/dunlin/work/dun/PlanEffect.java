package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    static Figures of(PreviewPlans.Ahead ahead) {
      Map<HoldReason, Integer> why = new EnumMap<>(HoldReason.class);
      for (Action action : in(ahead, ActionState.HELD)) {
        Set<HoldReason> reasons =
            action.holds().stream()
                .map(Hold::reason)
                .collect(Collectors.toCollection(TreeSet::new));
        reasons.forEach(reason -> why.merge(reason, 1, Integer::sum));
      }
      List<Action> out = in(ahead, ActionState.DUE);
      return new Figures(
          out.size(),
          (int) out.stream().filter(action -> action.on().equals(ahead.first())).count(),
          in(ahead, ActionState.AWAITING_APPROVAL).size(),
          in(ahead, ActionState.HELD).size(),
          why);
    }

    private static List<Action> in(PreviewPlans.Ahead ahead, ActionState state) {
      return ahead.actions().stream().filter(action -> action.state() == state).toList();
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

  static PlanEffect of(PreviewPlans.Ahead now, PreviewPlans.Ahead then) {
    Map<String, List<Done>> before = byCustomer(now);
    Map<String, List<Done>> after = byCustomer(then);
    Set<String> all = new TreeSet<>(before.keySet());
    all.addAll(after.keySet());
    List<Difference> differing = new ArrayList<>();
    int customers = 0;
    for (String id : all) {
      List<Done> was = before.getOrDefault(id, List.of());
      List<Done> willBe = after.getOrDefault(id, List.of());
      if (!was.equals(willBe)) {
        customers++;
        if (differing.size() < MOST) {
          differing.add(new Difference(id, name(id, now, then), was, willBe));
        }
      }
    }
    return new PlanEffect(
        now.first(), now.last(), Figures.of(now), Figures.of(then), customers, differing);
  }

  private static String name(String id, PreviewPlans.Ahead now, PreviewPlans.Ahead then) {
    Customer customer = now.customers().get(id);
    Customer other = customer == null ? then.customers().get(id) : customer;
    return other == null ? id : other.name();
  }

  private static Map<String, List<Done>> byCustomer(PreviewPlans.Ahead ahead) {
    Map<String, List<Done>> done = new LinkedHashMap<>();
    for (Action action : ahead.actions()) {
      done.computeIfAbsent(action.customerId(), key -> new ArrayList<>()).add(Done.of(action));
    }
    return done;
  }
}
