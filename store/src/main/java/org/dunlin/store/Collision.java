package org.dunlin.store;

/**
 * Two transactions waited for each other in a circle, or changed the same at once, so that the
 * database ended this one. Nothing of it was kept; it may be tried again.
 */
public final class Collision extends RuntimeException {
  private static final long serialVersionUID = 1;

  Collision(RuntimeException cause) {
    super(cause.getMessage(), cause);
  }
}
