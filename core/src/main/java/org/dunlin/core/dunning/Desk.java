package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.InvoiceKind;

/** One company's facts laid out for deciding over, on one day or on several after each other. */
final class Desk {
  private final DunningFacts facts;
  private final LocalDate firstDay;
  private final History history;
  private final Agreements agreements;
  private final Holding holding;
  private final Map<String, Ladder> ladders = new HashMap<>();

  /**
   * @param past those of the facts' earlier actions that are known on the first day
   * @param plausible what money that is not allocated could settle, and since when
   */
  Desk(LocalDate firstDay, DunningFacts facts, History past, List<PlausiblyPaid> plausible) {
    this.facts = facts;
    this.firstDay = firstDay;
    this.history = past;
    this.agreements = new Agreements(facts);
    this.holding =
        new Holding(facts.company().country(), facts.holds(), agreements, plausible, history);
    for (Plan plan : facts.plans()) {
      ladders.put(plan.id(), new Ladder(plan, began(plan)));
    }
  }

  Company company() {
    return facts.company();
  }

  History history() {
    return history;
  }

  Agreements agreements() {
    return agreements;
  }

  Holding holding() {
    return holding;
  }

  List<Plan> plans() {
    return facts.plans();
  }

  Ladder ladder(Plan plan) {
    return ladders.computeIfAbsent(plan.id(), id -> new Ladder(plan, began(plan)));
  }

  /** What can be dunned: invoices of customers who are known, with their plans. */
  List<Owed> owed() {
    Map<String, Customer> customers = new HashMap<>();
    facts.customers().forEach(customer -> customers.put(customer.id(), customer));
    PlanChoice choice = new PlanChoice(facts.plans(), facts::riskOf);
    List<Owed> owed = new ArrayList<>();
    for (OpenInvoice open : facts.invoices()) {
      Customer customer = customers.get(open.invoice().customerId());
      if (customer != null && open.invoice().kind() == InvoiceKind.INVOICE) {
        choice
            .of(open.invoice(), customer)
            .ifPresent(plan -> owed.add(new Owed(open, customer, plan.plan(), plan.gone())));
      }
    }
    return owed;
  }

  private LocalDate began(Plan plan) {
    LocalDate said = facts.began().get(plan.id());
    return said != null ? said : history.began(plan.id()).orElse(firstDay);
  }
}
