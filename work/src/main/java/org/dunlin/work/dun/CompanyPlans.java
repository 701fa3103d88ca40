package org.dunlin.work.dun;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.core.dunning.CarriedPlans;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.PlanChoice;
import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.dunning.RiskLevel;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.matching.OpenDocument;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.dunning.PlanBook;

/**
 * The plans by which a company is dunned, in their order, and those that are brought along: these
 * are for nobody but who names them, unless the company put them in force.
 */
public final class CompanyPlans {
  private static final List<Plan> CARRIED =
      Stream.concat(Stream.of(StandardPlan.plan()), CarriedPlans.all().stream()).toList();

  private final List<Plan> inForce;
  private final Set<String> shadow;
  private final List<Plan> all;
  private final PlanChoice choice;
  private final CustomerRisks risks;

  /**
   * @param inForce in the order in which they are asked whom they are for, at most one of an id
   * @param shadow the ids of those that decide and send nothing
   * @param risks how risky the company's customers are
   */
  CompanyPlans(List<Plan> inForce, Set<String> shadow, CustomerRisks risks) {
    this.inForce = List.copyOf(inForce);
    this.shadow = Set.copyOf(shadow);
    this.risks = risks;
    Set<String> ids = new HashSet<>();
    inForce.forEach(plan -> ids.add(plan.id()));
    List<Plan> known = new ArrayList<>(inForce);
    CARRIED.stream()
        .filter(plan -> !ids.contains(plan.id()))
        .map(Plan::onlyNamed)
        .forEach(known::add);
    this.all = List.copyOf(known);
    this.choice = new PlanChoice(all, risks::of);
  }

  /**
   * The plans of a company; the standard plan where it has chosen none.
   *
   * @throws PlanUnreadable when one that is in force cannot be read any more
   */
  public static CompanyPlans of(Stores stores, String companyId) {
    CustomerRisks risks = new CustomerRisks(stores, companyId);
    List<Plan> plans = new ArrayList<>();
    Set<String> shadow = new HashSet<>();
    for (PlanBook.InForce each : stores.plans().inForce(companyId)) {
      plans.add(read(each.planId(), each.version(), each.yaml()));
      if (each.shadow()) {
        shadow.add(each.planId());
      }
    }
    return plans.isEmpty()
        ? new CompanyPlans(List.of(StandardPlan.plan()), Set.of(), risks)
        : new CompanyPlans(plans, shadow, risks);
  }

  /** These in place of those in force, over the same customers. */
  CompanyPlans instead(List<Plan> plans, Set<String> inShadow) {
    return new CompanyPlans(plans, inShadow, risks);
  }

  /** The same with one of them written otherwise, or with one more, which is asked first. */
  CompanyPlans with(Plan changed) {
    List<Plan> plans = new ArrayList<>(inForce);
    plans.replaceAll(plan -> plan.id().equals(changed.id()) ? changed : plan);
    if (!plans.contains(changed)) {
      plans.addFirst(changed);
    }
    return instead(plans, shadow);
  }

  /** The ids of the plans that are brought along, the standard plan first. */
  public static List<String> carried() {
    return CARRIED.stream().map(Plan::id).toList();
  }

  /** A plan that is brought along, as it is written; empty where none has the id. */
  public static Optional<String> carriedYaml(String id) {
    if (id.equals(StandardPlan.plan().id())) {
      return Optional.of(StandardPlan.yaml());
    }
    return CarriedPlans.ids().contains(id) ? Optional.of(CarriedPlans.yaml(id)) : Optional.empty();
  }

  /** Those in force, in their order. */
  public List<Plan> inForce() {
    return inForce;
  }

  /** Those in force, and after them those that are only known by name. */
  public List<Plan> all() {
    return all;
  }

  /** How risky customers are, by their ids; empty where no plan asks. */
  Map<String, RiskLevel> risks() {
    return all.stream().allMatch(plan -> plan.audience().risk().isEmpty())
        ? Map.of()
        : risks.levels();
  }

  /** Whether a plan decides and sends nothing. */
  public boolean isShadow(String planId) {
    return shadow.contains(planId);
  }

  /** The plan with the id. */
  public Optional<Plan> named(String id) {
    return choice.named(id);
  }

  /** The plan by which an invoice is dunned; empty where it is not. */
  public Optional<Plan> of(Invoice invoice, Customer customer) {
    return choice.of(invoice, customer).map(PlanChoice.Chosen::plan);
  }

  /** What plans in shadow hold, invoice by invoice. */
  List<Hold> shadowed(Collection<OpenDocument> open, Map<String, Customer> customers) {
    List<Hold> holds = new ArrayList<>();
    if (shadow.isEmpty()) {
      return holds;
    }
    for (OpenDocument each : open) {
      Customer customer = customers.get(each.document().customerId());
      if (customer != null
          && of(each.document(), customer).filter(plan -> isShadow(plan.id())).isPresent()) {
        holds.add(new Hold(null, each.document().id(), HoldReason.SHADOW, null));
      }
    }
    return holds;
  }

  /** Whether the plans of its invoices still have the steps of an action, over its channel. */
  boolean stillAsks(
      Action action, Map<String, Customer> customers, Map<String, OpenDocument> open) {
    Customer customer = customers.get(action.customerId());
    return customer == null
        || action.items().stream().allMatch(item -> stillAsks(action, item, customer, open));
  }

  private boolean stillAsks(
      Action action, ActionItem item, Customer customer, Map<String, OpenDocument> open) {
    OpenDocument document = open.get(item.invoiceId());
    return document == null
        || choice
            .of(document.document(), customer)
            .filter(chosen -> !chosen.gone())
            .map(PlanChoice.Chosen::plan)
            .filter(plan -> plan.id().equals(action.plan()))
            .filter(plan -> plan.steps().stream().anyMatch(step -> is(step, action, item)))
            .isPresent();
  }

  private static boolean is(Step step, Action action, ActionItem item) {
    return step.id().equals(item.step()) && step.channel() == action.channel();
  }

  private static Plan read(String planId, int version, String yaml) {
    try {
      return PlanText.read(yaml, "plan " + planId + ", version " + version).getFirst();
    } catch (PlanRefused e) {
      throw new PlanUnreadable(planId, e);
    }
  }
}
