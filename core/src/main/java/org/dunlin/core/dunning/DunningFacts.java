package org.dunlin.core.dunning;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Arrangement;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Dispute;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.Promise;

/**
 * All that one company's dunning is decided from. The order within the lists means nothing, except
 * that of the plans: the first that is for a customer counts.
 *
 * @param customers each once, who may be dunned; the invoices of a customer who is not among them
 *     are not
 * @param invoices each once; one that is issued later is not there before
 * @param past earlier actions in every state; see {@link Dunning} for which count
 * @param holds what stops dunning; one that names neither customer nor invoice stops all
 * @param promises in every state; an OPEN one holds its invoices up to its day
 * @param disputes in every state; an OPEN one holds what is contested
 * @param arrangements in every state; an AGREED one holds its invoices
 * @param plans at most one of an id; no plans, no actions
 * @param began since when plans are in force, by their ids; one that is not there began with its
 *     first action, or begins now
 * @param risks how risky customers are, by their ids; who is not there is UNKNOWN
 */
public record DunningFacts(
    Company company,
    List<Customer> customers,
    List<OpenInvoice> invoices,
    List<Action> past,
    List<Hold> holds,
    List<Promise> promises,
    List<Dispute> disputes,
    List<Arrangement> arrangements,
    List<Plan> plans,
    Map<String, LocalDate> began,
    Map<String, RiskLevel> risks) {
  public DunningFacts {
    customers = List.copyOf(customers);
    invoices = List.copyOf(invoices);
    past = List.copyOf(past);
    holds = List.copyOf(holds);
    promises = List.copyOf(promises);
    disputes = List.copyOf(disputes);
    arrangements = List.copyOf(arrangements);
    plans = List.copyOf(plans);
    began = Map.copyOf(began);
    risks = Map.copyOf(risks);
  }

  /** Facts in which nobody's risk is known. */
  public DunningFacts(
      Company company,
      List<Customer> customers,
      List<OpenInvoice> invoices,
      List<Action> past,
      List<Hold> holds,
      List<Promise> promises,
      List<Dispute> disputes,
      List<Arrangement> arrangements,
      List<Plan> plans,
      Map<String, LocalDate> began) {
    this(
        company,
        customers,
        invoices,
        past,
        holds,
        promises,
        disputes,
        arrangements,
        plans,
        began,
        Map.of());
  }

  /** Facts in which nothing was promised, contested or agreed. */
  public DunningFacts(
      Company company,
      List<Customer> customers,
      List<OpenInvoice> invoices,
      List<Action> past,
      List<Hold> holds,
      List<Plan> plans) {
    this(
        company, customers, invoices, past, holds, List.of(), List.of(), List.of(), plans,
        Map.of());
  }

  /** The same with how risky customers are. */
  public DunningFacts with(Map<String, RiskLevel> known) {
    return new DunningFacts(
        company,
        customers,
        invoices,
        past,
        holds,
        promises,
        disputes,
        arrangements,
        plans,
        began,
        known);
  }

  /** The same without these invoices. */
  public DunningFacts without(Set<String> invoiceIds) {
    return new DunningFacts(
        company,
        customers,
        invoices.stream().filter(each -> !invoiceIds.contains(each.invoice().id())).toList(),
        past,
        holds,
        promises,
        disputes,
        arrangements,
        plans,
        began,
        risks);
  }

  /** The same where nothing is held. */
  public DunningFacts unheld() {
    return new DunningFacts(
        company,
        customers,
        invoices,
        past,
        List.of(),
        promises,
        disputes,
        arrangements,
        plans,
        began,
        risks);
  }

  /** How risky a customer is. */
  RiskLevel riskOf(String customerId) {
    return risks.getOrDefault(customerId, RiskLevel.UNKNOWN);
  }
}
