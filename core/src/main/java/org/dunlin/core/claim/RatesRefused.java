package org.dunlin.core.claim;

import org.dunlin.core.model.Problem;

/** A file of rates that cannot be taken as it stands; the problem says where and what to do. */
public final class RatesRefused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  RatesRefused(String source, int line, String code, String message) {
    super(source + ", line " + line + ": " + message);
    this.problem = new Problem(source, "line " + line, code, message);
  }

  /** Code, place and remedy. Codes: MISSING_FIELD, WRONG_VALUE, DUPLICATE, FILE_TOO_LARGE. */
  public Problem problem() {
    return problem;
  }
}
