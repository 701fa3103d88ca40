package org.dunlin.core.dunning;

import org.dunlin.core.model.Problem;

/** A file of plans that cannot be taken as it stands; the problem says where and what to do. */
public final class PlanRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  PlanRefused(Problem problem) {
    super(problem.source() + ", " + problem.position() + ": " + problem.message());
    this.problem = problem;
  }

  /**
   * Code, place and remedy. Codes: NOT_YAML, FILE_TOO_LARGE, MISSING_FIELD, UNKNOWN_FIELD,
   * WRONG_VALUE, DUPLICATE.
   */
  public Problem problem() {
    return problem;
  }
}
