package org.dunlin.connectors.program;

/**
 * A request cannot be made, since something that it must hold has no value, or one that does not
 * fit. The message is a sentence for people, without the value.
 */
public final class NoValue extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Why the request cannot be made. */
  public NoValue(String message) {
    super(message);
  }
}
