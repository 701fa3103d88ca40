package org.dunlin.core.dunning;

import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One step of a plan.
 *
 * @param untilDays the last day on which the step may be done, in days from the due date; null: no
 *     last day, except that a step before the due date ends on it
 * @param template the wording of the message; null where the channel needs none
 * @param minAmount the step is left out for an instalment with less open, by currency
 * @param waitAtMostDays how many days a call waits for the person who makes it before the plan goes
 *     on without; null: until it is made
 * @param claim what is owed beside the principal and stands in the message, in the order written
 * @param approve whether a person has to say yes before it is done
 */
public record Step(
    String id,
    Due due,
    @Nullable Integer untilDays,
    Channel channel,
    @Nullable String template,
    Map<CurrencyUnit, Money> minAmount,
    @Nullable Integer waitAtMostDays,
    List<ClaimKind> claim,
    boolean approve) {
  public Step {
    minAmount = Map.copyOf(minAmount);
    claim = List.copyOf(claim);
  }
}
