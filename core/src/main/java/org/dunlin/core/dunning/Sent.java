package org.dunlin.core.dunning;

import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;

/** A due action as it is once it was sent. */
final class Sent {
  private Sent() {}

  static Action of(Action due) {
    return new Action(
        due.id(),
        due.customerId(),
        due.plan(),
        due.step(),
        due.channel(),
        due.on(),
        ActionState.SENT,
        due.items(),
        due.holds());
  }
}
