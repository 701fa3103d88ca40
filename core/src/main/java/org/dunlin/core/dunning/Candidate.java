package org.dunlin.core.dunning;

import java.util.List;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Hold;

/** An instalment with the step that is due for it, and what holds it. */
record Candidate(Owed owed, OpenInstalment instalment, Ladder.Rung rung, List<Hold> holds) {
  boolean isHeld() {
    return !holds.isEmpty();
  }

  Customer customer() {
    return owed.customer();
  }

  Plan plan() {
    return owed.plan();
  }

  ActionItem item() {
    return new ActionItem(
        instalment.invoice().id(), instalment.dueDate(), rung.step().id(), instalment.open());
  }
}
