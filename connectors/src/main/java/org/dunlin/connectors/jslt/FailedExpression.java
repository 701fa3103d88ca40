package org.dunlin.connectors.jslt;

/** An expression cannot be carried out over an input; the message is a sentence. */
public final class FailedExpression extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final boolean tooMuchWork;

  FailedExpression(String message) {
    this(message, false);
  }

  FailedExpression(String message, boolean tooMuchWork) {
    super(message, null, false, false);
    this.tooMuchWork = tooMuchWork;
  }

  /** Whether it was given up, since it would take too much time or memory. */
  public boolean tooMuchWork() {
    return tooMuchWork;
  }
}
