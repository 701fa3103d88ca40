package org.dunlin.core.model;

/** How a mandate stands. */
public enum MandateState {
  /** Made, and not in force yet: not signed, or not confirmed by the debtor's bank. */
  PENDING,
  /** Money may be collected by it. */
  ACTIVE,
  /** The debtor, the bank or the company ended it. */
  REVOKED,
  /** Nothing was collected by it for 36 months (EPC016-06, 4.7.2). */
  LAPSED
}
