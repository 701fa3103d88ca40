package org.dunlin.core.model;

import java.time.LocalDate;
import java.util.List;

/** One thing done or to be done for a customer under a plan. */
public record Action(
    String id,
    String customerId,
    String plan,
    String step,
    Channel channel,
    LocalDate on,
    ActionState state,
    List<ActionItem> items,
    List<Hold> holds)
    implements CanonicalRecord {
  public Action {
    items = List.copyOf(items);
    holds = List.copyOf(holds);
  }

  /** The same in another state. */
  public Action in(ActionState other) {
    return new Action(id, customerId, plan, step, channel, on, other, items, holds);
  }
}
