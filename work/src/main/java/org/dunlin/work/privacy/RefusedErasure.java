package org.dunlin.work.privacy;

/** A customer who cannot be erased, or not yet; the message says why and what to do. */
public final class RefusedErasure extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedErasure(String message) {
    super(message, null, false, false);
  }
}
