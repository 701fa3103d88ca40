package org.dunlin.core.dunning;

import java.util.List;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;

/**
 * All that one company's dunning is decided from. The order within the lists means nothing, except
 * that the first plan is that of customers who name none.
 *
 * @param customers each once, who may be dunned; the invoices of a customer who is not among them
 *     are not
 * @param invoices each once
 * @param past earlier actions in every state; see {@link Dunning} for which count
 * @param holds what stops dunning; one that names neither customer nor invoice stops all
 * @param plans at most one of an id; no plans, no actions
 */
public record DunningFacts(
    Company company,
    List<Customer> customers,
    List<OpenInvoice> invoices,
    List<Action> past,
    List<Hold> holds,
    List<Plan> plans) {
  public DunningFacts {
    customers = List.copyOf(customers);
    invoices = List.copyOf(invoices);
    past = List.copyOf(past);
    holds = List.copyOf(holds);
    plans = List.copyOf(plans);
  }
}
