package org.dunlin.core.dunning;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Company;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A dunning plan: steps in their order, and how customers are approached.
 *
 * @param audience whom it is for who names no plan
 * @param tolerance an instalment with less than this open is not dunned, by currency; the company's
 *     tolerance counts for a currency that is not named
 * @param onboarding how invoices enter that were overdue before the plan began; null: like all
 *     others, without a limit a day
 * @param steps at least one, with different ids; the first does not count from a previous one
 */
public record Plan(
    String id,
    String name,
    Audience audience,
    Per per,
    Map<CurrencyUnit, Money> tolerance,
    Contact contact,
    @Nullable Onboarding onboarding,
    List<Step> steps) {
  /** The plan that a customer names who is never dunned. */
  public static final String NONE = "none";

  public Plan {
    tolerance = Map.copyOf(tolerance);
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a plan has at least one step");
    }
    if (steps.getFirst().due() instanceof Due.AfterPrevious) {
      throw new IllegalArgumentException("the first step has no previous one to count from");
    }
    Set<String> ids = new HashSet<>();
    for (Step step : steps) {
      if (!ids.add(step.id())) {
        throw new IllegalArgumentException("two steps have the id " + step.id());
      }
    }
  }

  /** The same for nobody but those who name it. */
  public Plan onlyNamed() {
    return new Plan(id, name, Audience.NOBODY, per, tolerance, contact, onboarding, steps);
  }

  /** The same for everyone. */
  public Plan forEveryone() {
    return new Plan(id, name, Audience.EVERYONE, per, tolerance, contact, onboarding, steps);
  }

  /** Whether so much open of an instalment is worth a message. */
  public boolean isWorthIt(Money open, Company company) {
    CurrencyUnit currency = open.getCurrencyUnit();
    Money least = tolerance.getOrDefault(currency, company.tolerance().get(currency));
    return least == null || !open.isLessThan(least);
  }

  /** The place of a step in the plan, from 0; -1 where the plan has no such step. */
  public int rankOf(String stepId) {
    for (int rank = 0; rank < steps.size(); rank++) {
      if (steps.get(rank).id().equals(stepId)) {
        return rank;
      }
    }
    return -1;
  }
}
