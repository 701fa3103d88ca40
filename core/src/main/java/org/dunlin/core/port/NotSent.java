package org.dunlin.core.port;

/** Nothing has left the hub; a later try may succeed. The message is a sentence for people. */
public final class NotSent extends Exception {
  private static final long serialVersionUID = 1;

  /** Why nothing left. */
  public NotSent(String message, Throwable cause) {
    super(message, cause);
  }

  /** Why nothing left. */
  public NotSent(String message) {
    super(message);
  }
}
