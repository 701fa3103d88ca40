package org.dunlin.work.dun;

import org.dunlin.core.model.Problem;

/** A plan that is well written and cannot be taken all the same; nothing was changed. */
public final class PlanNotTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Problem problem;

  PlanNotTaken(Problem problem) {
    super(problem.message());
    this.problem = problem;
  }

  /**
   * Why not. Codes: ONE_PLAN, WRONG_ID, OTHER_ID, TAKEN_ID, UNKNOWN_TEMPLATE, UNKNOWN_PLAN,
   * NO_PLAN, CHANGED_MEANWHILE.
   */
  public Problem problem() {
    return problem;
  }
}
