package org.dunlin.store;

/** More bytes than the hub accepts in one piece. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says the limit, in bytes. */
  public TooLarge(long most) {
    super("more than " + most + " bytes", null, false, false);
  }
}
