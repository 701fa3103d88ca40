package org.dunlin.core.port;

/**
 * The receiver refused for good; trying again would not help. The message is a sentence for people.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;
  private final boolean address;

  /**
   * What was refused, and why.
   *
   * @param address whether it is the address itself, so that nothing will ever reach it
   */
  public Refused(String message, boolean address, Throwable cause) {
    super(message, cause);
    this.address = address;
  }

  /** Whether the address itself was refused, and not only this message. */
  public boolean address() {
    return address;
  }
}
