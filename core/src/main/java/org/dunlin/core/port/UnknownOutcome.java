package org.dunlin.core.port;

/** Nobody knows whether it has left. */
public final class UnknownOutcome extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence for people. */
  public UnknownOutcome(String message, Throwable cause) {
    super(message, cause);
  }
}
