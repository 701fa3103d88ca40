package org.dunlin.work.dun;

import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.handover.HandOverWriter;

/**
 * What becomes of the actions of a day beside what the engine decides: whether they get to their
 * customers, whether cases ask first, what people have said yes to. A day that is decided and one
 * that is foreseen ask the same.
 */
final class DayDecisions {
  private final ApprovedSteps approved;
  private final boolean casesAsk;
  private final TextNumbers numbers;

  /**
   * @param plans by which the actions are
   */
  DayDecisions(Stores stores, CompanyProfile profile, CompanyPlans plans) {
    this.approved = new ApprovedSteps(stores, profile.id(), plans);
    this.casesAsk = new HandOverWriter(stores, profile).asksFirst();
    this.numbers = TextNumbers.of(stores, profile);
  }

  /** The same actions, those held that would get nowhere. */
  List<Action> reachable(List<Action> actions, Map<String, Customer> customers) {
    return Deliverable.of(actions, customers, numbers);
  }

  /** What is to be done with an action: what a person said yes to is not asked for again. */
  ActionState state(Action action) {
    return switch (action.state()) {
      case DUE ->
          casesAsk && action.channel() == Channel.HANDOVER && !approved.coverAll(action)
              ? ActionState.AWAITING_APPROVAL
              : ActionState.DUE;
      case AWAITING_APPROVAL ->
          approved.cover(action) ? ActionState.DUE : ActionState.AWAITING_APPROVAL;
      case HELD, SENDING, SENT, DONE, UNKNOWN, FAILED, CANCELLED -> ActionState.HELD;
    };
  }

  /** An action as it will be decided. */
  Action foreseen(Action action, Map<String, Customer> customers) {
    Action reached = reachable(List.of(action), customers).getFirst();
    ActionState state = state(reached);
    return state == reached.state()
        ? reached
        : new Action(
            reached.id(),
            reached.customerId(),
            reached.plan(),
            reached.step(),
            reached.channel(),
            reached.on(),
            state,
            reached.items(),
            reached.holds());
  }
}
