package org.dunlin.work.dun;

import org.dunlin.core.dunning.PlanRefused;
import org.dunlin.core.model.Problem;

/** A plan that is in force and cannot be read any more: nobody is reminded until it is mended. */
public final class PlanUnreadable extends IllegalStateException {
  private static final long serialVersionUID = 1L;
  private final String planId;
  private final transient Problem problem;

  PlanUnreadable(String planId, PlanRefused refused) {
    super(
        refused.getMessage() + ". Mend the plan on its page; nobody is reminded until then.",
        refused);
    this.planId = planId;
    this.problem = refused.problem();
  }

  /** Which plan. */
  public String planId() {
    return planId;
  }

  /** What is wrong with its text, with the place. */
  public Problem problem() {
    return problem;
  }
}
