package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.work.dun.ChangePlans.Chosen;
import org.dunlin.work.dun.ShownPlans.Shown;

/** What a button of the list of plans does to those in force. */
public enum PlanChoiceAct {
  /** Puts it in force, before all others. */
  IN,
  /** Takes it out. */
  OUT,
  /** Asks it earlier whom it is for. */
  UP,
  /** Lets it decide and send nothing. */
  SHADOW,
  /** Lets it send. */
  SEND;

  /** The choice that comes of it. */
  List<Chosen> on(List<Shown> inForce, String planId) {
    List<Chosen> chosen = new ArrayList<>();
    for (Shown each : inForce) {
      boolean meant = each.id().equals(planId);
      if (meant && this == OUT) {
        continue;
      }
      boolean shadow = meant && this != UP ? this == SHADOW : each.shadow();
      Chosen plan = new Chosen(each.id(), shadow);
      if (meant && this == UP && !chosen.isEmpty()) {
        chosen.add(chosen.size() - 1, plan);
      } else {
        chosen.add(plan);
      }
    }
    if (this == IN && chosen.stream().noneMatch(each -> each.planId().equals(planId))) {
      chosen.addFirst(new Chosen(planId, false));
    }
    return chosen;
  }
}
