package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.dunlin.core.dunning.DunningFacts;
import org.dunlin.core.dunning.Entrants;
import org.dunlin.core.dunning.Portion;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.store.Collision;
import org.dunlin.store.Stores;
import org.dunlin.store.dunning.HeldActions;
import org.dunlin.store.dunning.HeldActions.Rows;
import org.dunlin.store.lease.LeaseLost;
import org.dunlin.work.dun.MessageWriter.Written;
import org.dunlin.work.pay.LinkOnItsWay;
import org.dunlin.work.pay.PaymentLinks;
import org.jspecify.annotations.Nullable;

/**
 * Decides over a company's day and records it, some customers at a time. Only invoices are looked
 * at of which something may be due; what is held is one of them, so that what people see of it is
 * of this run. How many messages there are is known before the first is written.
 */
final class DecideDay {
  /** So many customers, or invoices, are in memory at one time. */
  private static final int CUSTOMERS = 500;

  private static final int INVOICES = 5_000;

  private final Stores stores;
  private final String companyId;
  private final LocalDate today;
  private final CompanyDay day;
  private final PaymentLinks links;
  private final long attachedBytes;
  private final DayDecisions decisions;
  private final Entrants entrants;
  private final HeldActions held;
  private final Set<UUID> asking = new LinkedHashSet<>();
  private final Set<UUID> due = new LinkedHashSet<>();
  private int toSend;

  DecideDay(Stores stores, CompanyDay day, PaymentLinks links, long attachedBytes) {
    this.stores = stores;
    this.companyId = day.profile().id();
    this.today = day.today();
    this.day = day;
    this.links = links;
    this.attachedBytes = attachedBytes;
    this.decisions = new DayDecisions(stores, day.profile(), day.plans());
    this.entrants = new Entrants(day.plans().all());
    this.held = stores.actions().replaceHeld(companyId);
  }

  /**
   * Decides and records.
   *
   * @param state in which so many messages are recorded that nobody has to approve
   */
  void decide(IntFunction<ActionState> state) {
    whoEntered();
    stores.nextLooks().begin(companyId, day.basis(), today);
    look();
    lookAtAsking();
    ActionState sending = state.apply(toSend);
    some(due, customers -> write(customers, sending));
    held.count();
  }

  private void whoEntered() {
    some(
        stores.actions().customersOn(companyId, today),
        customers -> portion(day.ofCustomers(customers)).tellWhoEntered(entrants));
  }

  private void eachPortion(Consumer<List<UUID>> portions) {
    List<UUID> invoices = new ArrayList<>();
    Set<UUID> customers = new HashSet<>();
    stores
        .nextLooks()
        .each(
            companyId,
            today,
            day.standing().contested().keySet().stream().map(UUID::fromString).toList(),
            (customer, invoice) -> {
              boolean full = customers.size() == CUSTOMERS || invoices.size() >= INVOICES;
              if (full && !customers.contains(customer)) {
                portions.accept(List.copyOf(invoices));
                invoices.clear();
                customers.clear();
              }
              customers.add(customer);
              invoices.add(invoice);
            });
    if (!invoices.isEmpty()) {
      portions.accept(invoices);
    }
  }

  /** What a portion comes to: reckoned without the database, and without what others change. */
  private record Looked(@Nullable Portion portion, List<Action> toWrite, Rows held) {}

  private void look() {
    try (OneAhead<Looked> ahead = new OneAhead<>(this::take)) {
      eachPortion(
          invoices -> {
            GatheredFacts gathered = day.ofInvoices(invoices);
            DunningFacts facts = day.facts(gathered);
            ahead.give(
                () -> {
                  Portion portion = new Portion(today, facts);
                  return looked(portion, portion.actionsOfOthers(), gathered);
                });
          });
      ahead.finish();
    }
  }

  private void lookAtAsking() {
    try (OneAhead<Looked> ahead = new OneAhead<>(this::take)) {
      some(
          asking,
          customers -> {
            GatheredFacts gathered = day.ofCustomers(customers);
            DunningFacts facts = day.facts(gathered);
            ahead.give(() -> looked(null, new Portion(today, facts).actions(entrants), gathered));
          });
      ahead.finish();
    }
  }

  private Looked looked(@Nullable Portion portion, List<Action> actions, GatheredFacts gathered) {
    List<Action> heldNow = new ArrayList<>();
    List<Action> toWrite = new ArrayList<>();
    for (Action action : decisions.reachable(actions, gathered.customers())) {
      (decisions.state(action) == ActionState.HELD ? heldNow : toWrite).add(action);
    }
    return new Looked(portion, toWrite, Rows.of(heldNow));
  }

  /** Keeps what is held, and remembers who asks, and whom a message is to be written to. */
  private void take(Looked looked) {
    Portion portion = looked.portion();
    if (portion != null) {
      keepNext(portion.next());
      portion.ask(entrants);
      portion.asking().forEach(customer -> asking.add(UUID.fromString(customer)));
    }
    for (Action action : looked.toWrite()) {
      toSend += decisions.state(action) == ActionState.DUE ? 1 : 0;
      due.add(UUID.fromString(action.customerId()));
    }
    held.add(looked.held());
  }

  private void keepNext(Map<String, LocalDate> next) {
    Map<UUID, LocalDate> later = new HashMap<>();
    List<UUID> always = new ArrayList<>();
    next.forEach(
        (invoice, on) -> {
          UUID id = UUID.fromString(invoice);
          if (on.isAfter(today)) {
            later.put(id, on);
          } else if (day.standing().contested().containsKey(invoice)) {
            always.add(id);
          }
        });
    stores.nextLooks().put(companyId, later);
    stores.nextLooks().drop(companyId, always);
  }

  private void write(List<UUID> customers, ActionState sending) {
    GatheredFacts gathered = day.ofCustomers(customers);
    MessageWriter messages =
        new MessageWriter(stores, day.profile(), gathered, today, links, attachedBytes);
    List<Written> sent = new ArrayList<>();
    List<Written> asked = new ArrayList<>();
    List<Action> notWritten = new ArrayList<>();
    List<Action> actions = portion(gathered).actions(entrants);
    for (Action action : decisions.reachable(actions, gathered.customers())) {
      ActionState decided = decisions.state(action);
      if (decided != ActionState.HELD) {
        boolean asks = decided == ActionState.AWAITING_APPROVAL;
        write(messages, action, asks ? decided : sending, asks ? asked : sent, notWritten);
      }
    }
    held.add(notWritten);
    messages.keep(sent);
    messages.ask(asked);
  }

  /** What can be written; one message that cannot must not keep the others back. */
  private static void write(
      MessageWriter messages,
      Action action,
      ActionState state,
      Collection<Written> written,
      Collection<Action> notWritten) {
    try {
      written.add(messages.written(action, state));
    } catch (Collision | LeaseLost e) {
      throw e; // says nothing of the message
    } catch (LinkOnItsWay e) {
      return; // it is decided once the link is there, or is waited for no more
    } catch (RuntimeException e) {
      notWritten.add(messages.notWritten(action, e));
    }
  }

  private Portion portion(GatheredFacts gathered) {
    return new Portion(today, day.facts(gathered));
  }

  private static void some(Collection<UUID> all, Consumer<List<UUID>> each) {
    List<UUID> ids = List.copyOf(all);
    for (int from = 0; from < ids.size(); from += CUSTOMERS) {
      each.accept(ids.subList(from, Math.min(ids.size(), from + CUSTOMERS)));
    }
  }
}
