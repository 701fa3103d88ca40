package org.dunlin.core.model;

/** What became of a payment link. */
public enum PaymentLinkState {
  /** Its invoices can be paid there. */
  OPEN,
  /** What it asked for was paid there. */
  PAID,
  /** Its last day is over. */
  EXPIRED,
  /** Its invoices were settled otherwise, or a person ended it. */
  VOID
}
