package org.dunlin.work.dun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.jspecify.annotations.Nullable;

/** Whether a message can get to its customer by its channel: what cannot is held, and says so. */
final class Deliverable {
  private Deliverable() {}

  /** The same actions, those held that would get nowhere. */
  static List<Action> of(
      List<Action> actions, Map<String, Customer> customers, TextNumbers numbers) {
    return actions.stream()
        .map(action -> of(action, customers.get(action.customerId()), numbers))
        .toList();
  }

  private static Action of(Action action, @Nullable Customer customer, TextNumbers numbers) {
    boolean decided =
        action.state() == ActionState.DUE || action.state() == ActionState.AWAITING_APPROVAL;
    if (!decided || customer == null || gets(action, customer, numbers)) {
      return action;
    }
    List<Hold> holds = new ArrayList<>(action.holds());
    holds.add(new Hold(customer.id(), null, HoldReason.NO_ADDRESS, null));
    return new Action(
        UUID.nameUUIDFromBytes((action.id() + "|" + HoldReason.NO_ADDRESS).getBytes(UTF_8))
            .toString(),
        action.customerId(),
        action.plan(),
        action.step(),
        action.channel(),
        action.on(),
        ActionState.HELD,
        action.items(),
        holds);
  }

  private static boolean gets(Action action, Customer customer, TextNumbers numbers) {
    return switch (action.channel()) {
      case LETTER -> customer.address() != null && customer.address().takesLetters();
      case TEXT -> numbers.of(customer).isPresent();
      case EMAIL, CALL, HANDOVER -> true;
    };
  }
}
