package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.joda.money.Money;

/**
 * How dunning would have gone over a past whose payments are known by now. The hub of that past
 * knows a payment as a hub does: from the day after the banking day on which it was booked, which
 * is when the statement covers it. What asks for money that was booked by then all the same came
 * after payment. A person says yes to every step at once, and what was promised or contested then
 * is not known.
 */
public final class Replay {
  /**
   * How many of one step.
   *
   * @param gone messages, calls and hand-overs
   * @param afterPayment those of them that ask for money which had been booked
   */
  public record OfStep(String plan, String step, Channel channel, int gone, int afterPayment) {}

  /**
   * What came of it.
   *
   * @param held how much was due and held, since the customer could not be reached; what is due
   *     again goes on counting once
   */
  public record Result(int gone, int afterPayment, int held, List<OfStep> steps) {
    public Result {
      steps = List.copyOf(steps);
    }
  }

  private record Key(String plan, String step, Channel channel) {}

  private final Map<String, Money> open = new HashMap<>();
  private final Map<String, List<Settled>> booked = new HashMap<>();
  private final Map<Key, int[]> steps = new LinkedHashMap<>();
  private int held;

  private Replay() {}

  /**
   * Plays the days.
   *
   * @param facts with the invoices as they were before anything of them was settled, and with no
   *     past
   * @param booked what was settled of them, by the day of its booking
   * @param after takes what came after payment
   */
  public static Result of(
      DunningFacts facts,
      Collection<Settled> booked,
      LocalDate first,
      LocalDate last,
      Consumer<Action> after) {
    Replay replay = new Replay();
    facts.invoices().forEach(each -> replay.open.put(each.invoice().id(), each.open()));
    List<Settled> known = new ArrayList<>();
    for (Settled each : booked) {
      replay.booked.computeIfAbsent(each.invoiceId(), id -> new ArrayList<>()).add(each);
      known.add(new Settled(each.invoiceId(), knownFrom(each.on()), each.amount()));
    }
    new DunningDays(approved(facts), known, List.of())
        .each(first, last, action -> replay.take(action, after));
    return replay.result(facts.plans());
  }

  /** The day after the banking day on which it was booked, or on which the bank booked next. */
  static LocalDate knownFrom(LocalDate booked) {
    return BusinessDays.onOrAfter(booked).plusDays(1);
  }

  private static DunningFacts approved(DunningFacts facts) {
    return new DunningFacts(
        facts.company(),
        facts.customers(),
        facts.invoices(),
        List.of(),
        facts.holds(),
        List.of(),
        List.of(),
        List.of(),
        facts.plans().stream().map(Replay::approved).toList(),
        facts.began(),
        facts.risks());
  }

  private static Plan approved(Plan plan) {
    return new Plan(
        plan.id(),
        plan.name(),
        plan.audience(),
        plan.per(),
        plan.tolerance(),
        plan.contact(),
        null,
        plan.steps().stream().map(Replay::approved).toList());
  }

  private static Step approved(Step step) {
    return new Step(
        step.id(),
        step.due(),
        step.untilDays(),
        step.channel(),
        step.template(),
        step.minAmount(),
        step.waitAtMostDays(),
        step.claim(),
        false);
  }

  private void take(Action action, Consumer<Action> after) {
    if (action.state() == ActionState.HELD) {
      boolean passing =
          action.holds().stream().map(Hold::reason).allMatch(HoldReason.CONTACT_POLICY::equals);
      held += passing ? 0 : 1;
      return;
    }
    int[] count =
        steps.computeIfAbsent(
            new Key(action.plan(), action.step(), action.channel()), key -> new int[2]);
    count[0]++;
    if (asksForWhatWasPaid(action)) {
      count[1]++;
      after.accept(action);
    }
  }

  private boolean asksForWhatWasPaid(Action action) {
    Map<String, Money> asked = new HashMap<>();
    for (ActionItem item : action.items()) {
      asked.merge(item.invoiceId(), item.amount(), Money::plus);
    }
    return asked.entrySet().stream()
        .anyMatch(each -> left(each.getKey(), action.on()).isLessThan(each.getValue()));
  }

  private Money left(String invoiceId, LocalDate on) {
    Money left = open.get(invoiceId);
    if (left == null) {
      throw new IllegalStateException("an action names an invoice that is not in the facts");
    }
    for (Settled each : booked.getOrDefault(invoiceId, List.of())) {
      left = each.on().isAfter(on) ? left : left.minus(each.amount());
    }
    return left;
  }

  private Result result(List<Plan> plans) {
    List<OfStep> found = new ArrayList<>();
    for (Plan plan : plans) {
      for (Step step : plan.steps()) {
        int[] count = steps.get(new Key(plan.id(), step.id(), step.channel()));
        if (count != null) {
          found.add(new OfStep(plan.id(), step.id(), step.channel(), count[0], count[1]));
        }
      }
    }
    return new Result(
        found.stream().mapToInt(OfStep::gone).sum(),
        found.stream().mapToInt(OfStep::afterPayment).sum(),
        held,
        found);
  }
}
