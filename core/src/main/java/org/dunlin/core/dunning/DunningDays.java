package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.jspecify.annotations.Nullable;

/**
 * Dunning of one company on each day of a range: what was DUE on a day is taken as sent on the days
 * after it, and what is held or waits for a person is told once, on its day.
 *
 * <p>An invoice is looked at again only on the days on which something of it may be due, so that
 * years of days cost what happens in them and not the days times the invoices.
 */
public final class DunningDays {
  private final DunningFacts facts;
  private final List<Settled> settled;
  private final List<PlausiblyPaid> plausible;
  private final UnaryOperator<Action> decided;

  /**
   * @param facts as they are at the end of the range, but for what follows; an invoice and a past
   *     action are there from their own days on
   * @param settled what was settled within the range or is later; it is in the facts as open
   * @param plausible what could be settled by money that is not allocated, and since when
   */
  public DunningDays(DunningFacts facts, List<Settled> settled, List<PlausiblyPaid> plausible) {
    this(facts, settled, plausible, UnaryOperator.identity());
  }

  /**
   * The same where more is known of an action than the facts say.
   *
   * @param decided what becomes of an action of a day: one may be held that gets nowhere
   */
  public DunningDays(
      DunningFacts facts,
      List<Settled> settled,
      List<PlausiblyPaid> plausible,
      UnaryOperator<Action> decided) {
    this.decided = decided;
    this.facts = facts;
    this.settled = List.copyOf(settled);
    this.plausible = List.copyOf(plausible);
  }

  /** Hands the actions of each day to the sink, from the first day to the last. */
  public void each(LocalDate first, LocalDate last, Consumer<Action> sink) {
    new Run(first).to(last, sink);
  }

  private final class Run {
    private final LocalDate first;
    private final TreeMap<LocalDate, List<Action>> past = new TreeMap<>();
    private final TreeMap<LocalDate, List<Settled>> payments = new TreeMap<>();
    private final TreeMap<LocalDate, List<String>> wakes = new TreeMap<>();
    private final Map<String, Owed> owed = new HashMap<>();
    private final Map<String, LocalDate> wakeOf = new HashMap<>();
    private final HeldBefore heldBefore = new HeldBefore();
    private final History history = new History(List.of());
    private final Desk desk;

    Run(LocalDate first) {
      this.first = first;
      for (Action action : facts.past()) {
        if (action.on().isBefore(first)) {
          history.add(action);
        } else {
          past.computeIfAbsent(action.on(), day -> new ArrayList<>()).add(action);
        }
      }
      for (Settled each : settled) {
        LocalDate day = each.on().isBefore(first) ? first : each.on();
        payments.computeIfAbsent(day, key -> new ArrayList<>()).add(each);
      }
      desk = new Desk(first, facts, history, plausible);
      for (Owed each : desk.owed()) {
        owed.put(each.invoice().invoice().id(), each);
        wake(each.invoice().invoice().id(), first);
      }
    }

    void to(LocalDate last, Consumer<Action> sink) {
      for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
        List<Action> known = past.getOrDefault(day, List.of());
        known.forEach(this::remember);
        payments.getOrDefault(day, List.of()).forEach(this::settle);
        DunningDay today = new DunningDay(day, desk);
        for (String invoiceId : awake(day)) {
          Owed each = owed.get(invoiceId);
          if (each != null) {
            wake(invoiceId, today.look(each));
          }
        }
        for (Action found : today.actions(known, heldBefore)) {
          Action action = decided.apply(found);
          sink.accept(action);
          if (action.state() != ActionState.HELD) {
            remember(action);
          }
        }
      }
    }

    private void remember(Action action) {
      history.add(action.state() == ActionState.DUE ? Sent.of(action) : action);
      action.items().forEach(item -> wake(item.invoiceId(), action.on().plusDays(1)));
    }

    private void settle(Settled each) {
      Owed before = owed.get(each.invoiceId());
      if (before != null) {
        OpenInvoice open = before.invoice();
        owed.put(
            each.invoiceId(),
            before.with(new OpenInvoice(open.invoice(), open.open().minus(each.amount()))));
        wake(each.invoiceId(), each.on().isBefore(first) ? first : each.on());
      }
    }

    private void wake(String invoiceId, @Nullable LocalDate day) {
      LocalDate known = wakeOf.get(invoiceId);
      if (day != null && (known == null || day.isBefore(known))) {
        wakeOf.put(invoiceId, day);
        wakes.computeIfAbsent(day, key -> new ArrayList<>()).add(invoiceId);
      }
    }

    /** Who is to be looked at on a day; an entry that an earlier one has overtaken is passed. */
    private List<String> awake(LocalDate day) {
      List<String> awake = new ArrayList<>();
      while (!wakes.isEmpty() && !wakes.firstKey().isAfter(day)) {
        Map.Entry<LocalDate, List<String>> entry = wakes.pollFirstEntry();
        for (String invoiceId : entry.getValue()) {
          if (wakeOf.remove(invoiceId, entry.getKey())) {
            awake.add(invoiceId);
          }
        }
      }
      return awake;
    }
  }
}
