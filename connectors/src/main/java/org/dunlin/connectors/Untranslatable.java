package org.dunlin.connectors;

import org.dunlin.core.model.Problem;

/** A file that cannot be taken as a whole; nothing that came from it before may be kept. */
public final class Untranslatable extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  /** Refuses the file for the reason that the problem gives. */
  public Untranslatable(Problem problem) {
    super(problem.code() + ": " + problem.message());
    this.problem = problem;
  }

  /** The reason, the place and the remedy. */
  public Problem problem() {
    return problem;
  }
}
