package org.dunlin.core.dunning;

/** What one action speaks of. */
public enum Per {
  /** All that is due of a customer on a day over one channel. */
  CUSTOMER,
  /** What is due of one invoice. */
  INVOICE
}
