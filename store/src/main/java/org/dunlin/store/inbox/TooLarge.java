package org.dunlin.store.inbox;

/** More bytes than the hub accepts in one delivery. */
public final class TooLarge extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooLarge(long most) {
    super("more than " + most + " bytes in one delivery", null, false, false);
  }
}
