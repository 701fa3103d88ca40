package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.Map;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.store.Stores;
import org.dunlin.store.dunning.Approvals.Approved;
import org.joda.money.Money;

/** What people have said yes to, and what that covers of what is decided now. */
final class ApprovedSteps {
  private final CompanyPlans plans;
  private final Map<Approved, Money> approved;

  ApprovedSteps(Stores stores, String companyId, CompanyPlans plans) {
    this.plans = plans;
    this.approved = stores.approvals().approved(companyId);
  }

  /** Whether each step of the action that has to be approved was, for no less than is asked now. */
  boolean cover(Action action) {
    Plan plan = plans.named(action.plan()).orElseThrow();
    return action.items().stream().filter(item -> asks(plan, item)).allMatch(this::covers);
  }

  /** Whether each step of the action was approved, whatever its plan says. */
  boolean coverAll(Action action) {
    return action.items().stream().allMatch(this::covers);
  }

  private boolean covers(ActionItem item) {
    Money most = approved.get(Approved.of(item));
    return most != null && most.isSameCurrency(item.amount()) && !item.amount().isGreaterThan(most);
  }

  private static boolean asks(Plan plan, ActionItem item) {
    int rank = plan.rankOf(item.step());
    return rank < 0 || plan.steps().get(rank).approve();
  }

  /** Whether the last day of every step of a waiting action is past. */
  static boolean isTooLate(Action action, CompanyPlans plans, LocalDate today) {
    return plans
        .named(action.plan())
        .filter(
            plan ->
                action.items().stream()
                    .allMatch(
                        item -> {
                          int rank = plan.rankOf(item.step());
                          Step step = rank < 0 ? null : plan.steps().get(rank);
                          Integer until = step == null ? null : step.untilDays();
                          return until != null && today.isAfter(item.dueDate().plusDays(until));
                        }))
        .isPresent();
  }
}
