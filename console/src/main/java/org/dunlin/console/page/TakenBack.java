package org.dunlin.console.page;

import org.dunlin.core.model.MatchRule;
import org.dunlin.store.view.AllocationLine;

/** Which allocations a person can take back: those of the hub's own that stand. */
public final class TakenBack {
  private TakenBack() {}

  /** Whether this is one. */
  public static boolean can(AllocationLine line) {
    if (line.undone() || line.rule() == MatchRule.RETURN) {
      return false;
    }
    return switch (line.decision()) {
      case AUTOMATIC, CONFIRMED, MANUAL -> true;
      case SUGGESTED, BOOKED, CONFLICT -> false;
    };
  }
}
