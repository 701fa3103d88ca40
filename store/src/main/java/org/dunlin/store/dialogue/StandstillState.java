package org.dunlin.store.dialogue;

/** How far it has come. */
public enum StandstillState {
  /** A promise, a dispute or a hold that stands. */
  OPEN,
  /** An arrangement that nobody has agreed to yet; it stops nothing. */
  PROPOSED,
  /** An arrangement that stands. */
  AGREED,
  /** A promise or an arrangement that was paid. */
  KEPT,
  /** One that was not paid until its day. */
  BROKEN,
  /** Whoever said it takes it back. */
  WITHDRAWN,
  /** A dispute in which the customer is right: the amount is asked for no more. */
  ACCEPTED,
  /** A dispute in which the customer is not. */
  REJECTED,
  /** An accepted dispute of which the books show the credit. */
  CREDITED,
  /** An arrangement that the other side does not agree to. */
  REFUSED,
  /** A hold that a person ended. */
  LIFTED,
  /** A hold whose last day is past. */
  ENDED;

  /** Whether it stops something. */
  public boolean stops() {
    return this == OPEN || this == AGREED || this == ACCEPTED;
  }
}
