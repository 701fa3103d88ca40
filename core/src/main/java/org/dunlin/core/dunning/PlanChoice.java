package org.dunlin.core.dunning;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * Which plan an invoice is dunned by: its own, else its customer's, else the first that is for the
 * customer.
 */
public final class PlanChoice {
  /**
   * A plan for an invoice.
   *
   * @param gone whether invoice or customer name a plan that is not there any more: a person
   *     decides then, rather than a plan that nobody chose
   */
  public record Chosen(Plan plan, boolean gone) {}

  private final List<Plan> plans;
  private final Function<String, RiskLevel> risks;
  private final Map<String, Plan> byId = new LinkedHashMap<>();

  /**
   * A choice of these plans, in their order.
   *
   * @param risks says how risky a customer is, by its id; it is asked only where a plan asks
   */
  public PlanChoice(List<Plan> plans, Function<String, RiskLevel> risks) {
    this.plans = List.copyOf(plans);
    this.risks = risks;
    plans.forEach(plan -> byId.putIfAbsent(plan.id(), plan));
  }

  /** The plan; empty where the invoice is not dunned. */
  public Optional<Chosen> of(Invoice invoice, Customer customer) {
    String named = invoice.plan() == null ? customer.plan() : invoice.plan();
    if (named == null) {
      return Optional.ofNullable(firstFor(customer)).map(plan -> new Chosen(plan, false));
    }
    if (named.equals(Plan.NONE) || plans.isEmpty()) {
      return Optional.empty();
    }
    Plan own = byId.get(named);
    if (own != null) {
      return Optional.of(new Chosen(own, false));
    }
    Plan other = firstFor(customer);
    return Optional.of(new Chosen(other == null ? plans.getFirst() : other, true));
  }

  /** The plan with the id. */
  public Optional<Plan> named(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private @Nullable Plan firstFor(Customer customer) {
    for (Plan plan : plans) {
      if (plan.audience().includes(customer, risks)) {
        return plan;
      }
    }
    return null;
  }
}
