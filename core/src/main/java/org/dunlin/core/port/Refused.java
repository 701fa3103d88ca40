package org.dunlin.core.port;

/**
 * The receiver refused for good; trying again would not help. The message is a sentence for people.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  /** What was refused, and why. */
  public Refused(String message, Throwable cause) {
    super(message, cause);
  }
}
