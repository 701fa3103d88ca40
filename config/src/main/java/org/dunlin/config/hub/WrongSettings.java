package org.dunlin.config.hub;

/** Settings with which the hub cannot start; the message says which, and what to do. */
final class WrongSettings extends RuntimeException {
  private static final long serialVersionUID = 1;

  WrongSettings(String message) {
    super(message);
  }
}
