package org.dunlin.store.secret;

/** The hub cannot start without its key; the message says which is missing and where to find it. */
public final class UnusableKey extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnusableKey(String message) {
    super(message);
  }
}
