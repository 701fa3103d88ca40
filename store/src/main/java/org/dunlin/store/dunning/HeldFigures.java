package org.dunlin.store.dunning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;

/** How many reminders each reason holds; one that several reasons hold counts for each. */
final class HeldFigures {
  private HeldFigures() {}

  /**
   * The figure of a reason.
   *
   * @param alone how many nothing but this reason holds
   */
  record Figure(int held, int alone) {
    Figure plus(Figure other) {
      return new Figure(held + other.held, alone + other.alone);
    }
  }

  static Map<HoldReason, Figure> of(List<Action> held) {
    Map<HoldReason, Figure> figures = new EnumMap<>(HoldReason.class);
    for (Action action : held) {
      Set<HoldReason> reasons =
          action.holds().stream().map(Hold::reason).collect(Collectors.toSet());
      Figure one = new Figure(1, reasons.size() == 1 && !ofItsPlan(action) ? 1 : 0);
      reasons.forEach(reason -> figures.merge(reason, one, Figure::plus));
    }
    return figures;
  }

  /** What a plan in shadow holds goes on being held when the company goes live. */
  private static boolean ofItsPlan(Action action) {
    return action.holds().stream()
        .anyMatch(hold -> hold.reason() == HoldReason.SHADOW && hold.invoiceId() != null);
  }
}
