package org.dunlin.core.model;

/** How one attempt to pay at a payment provider stands. */
public enum CheckoutState {
  /** Begun: the payer may pay there. */
  OPEN,
  /** The payer has done what is to be done; the money is not certain yet. */
  PENDING,
  /** The provider has the money, or guarantees it. */
  PAID,
  /** It did not come about; another attempt may. */
  FAILED,
  /** Nobody paid while it was open. */
  EXPIRED,
  /** The payer or the company ended it. */
  CANCELLED
}
