package org.dunlin.connectors.jslt;

/** An expression that is refused; the message is a sentence without the place. */
public final class WrongExpression extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final int line;

  WrongExpression(int line, String message) {
    super(message, null, false, false);
    this.line = line;
  }

  /** The line in the source, from 1. */
  public int line() {
    return line;
  }
}
