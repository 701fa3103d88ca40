package org.dunlin.core.account;

/** What changes a customer's account. */
public enum MovementKind {
  /** It owes more. */
  INVOICE,
  /** It owes less. */
  CREDIT_NOTE,
  /** Money came in. */
  PAYMENT,
  /** Money that had come in went back. */
  RETURN,
  /** Credit was given back, or is about to be. */
  REFUND,
  /** Settled without money. */
  ADJUSTMENT,
  /** A payment that the bookkeeping program has, and of which the hub saw no money. */
  BOOKED,
  /** A credit note was applied to a document of somebody else, or one of theirs to one here. */
  APPLIED,
  /** What the bookkeeping program says was settled, without saying how. */
  BOOKS
}
