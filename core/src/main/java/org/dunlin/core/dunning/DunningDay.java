package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.InvoiceKind;
import org.jspecify.annotations.Nullable;

/** One company's dunning on one day: gathers what is due, holds it, lets it in, groups it. */
final class DunningDay {
  private final LocalDate today;
  private final DunningFacts facts;
  private final History history;
  private final Holding holding;
  private final Map<String, Plan> plans;

  DunningDay(LocalDate today, DunningFacts facts) {
    this.today = today;
    this.facts = facts;
    this.history = new History(facts.past());
    this.holding = new Holding(today, facts.holds(), history);
    this.plans = facts.plans().stream().collect(Collectors.toMap(Plan::id, Function.identity()));
  }

  List<Action> actions() {
    Map<String, List<Candidate>> candidates = candidates();
    Entrance entrance = new Entrance(today, facts.past(), history);
    Grouping grouping = new Grouping(facts.company().id(), today);
    List<Candidate> admitted = new ArrayList<>();
    for (Plan plan : facts.plans()) {
      admitted.addAll(entrance.admitted(plan, candidates.getOrDefault(plan.id(), List.of())));
    }
    return grouping.actions(admitted);
  }

  private Map<String, List<Candidate>> candidates() {
    Map<String, Customer> customers =
        facts.customers().stream().collect(Collectors.toMap(Customer::id, Function.identity()));
    Map<String, List<Candidate>> candidates = new HashMap<>();
    for (OpenInvoice invoice : facts.invoices()) {
      Customer customer = customers.get(invoice.invoice().customerId());
      Plan plan = customer == null ? null : planOf(customer);
      if (customer != null && plan != null && invoice.invoice().kind() == InvoiceKind.INVOICE) {
        List<Candidate> known = candidates.computeIfAbsent(plan.id(), id -> new ArrayList<>());
        due(invoice, customer, plan).forEach(known::add);
      }
    }
    return candidates;
  }

  private Stream<Candidate> due(OpenInvoice invoice, Customer customer, Plan plan) {
    Ladder ladder = new Ladder(plan, today);
    return OpenInstalment.of(invoice, customer, facts.company()).stream()
        .filter(instalment -> plan.isWorthIt(instalment.open(), facts.company()))
        .flatMap(
            instalment ->
                ladder.dueToday(instalment, history).stream()
                    .map(rung -> candidate(customer, plan, instalment, rung)));
  }

  private Candidate candidate(
      Customer customer, Plan plan, OpenInstalment instalment, Ladder.Rung rung) {
    return new Candidate(
        customer,
        plan,
        instalment,
        rung,
        holding.of(customer, instalment.invoice(), plan, rung.step().channel()));
  }

  /** The customer's own plan, else the first; null for a customer who is never dunned. */
  private @Nullable Plan planOf(Customer customer) {
    if (facts.plans().isEmpty() || Plan.NONE.equals(customer.plan())) {
      return null;
    }
    Plan own = customer.plan() == null ? null : plans.get(customer.plan());
    return own != null ? own : facts.plans().getFirst();
  }
}
