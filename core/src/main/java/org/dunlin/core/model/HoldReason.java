package org.dunlin.core.model;

/** Why dunning waits. */
public enum HoldReason {
  DISPUTE,
  PROMISE,
  ARRANGEMENT,
  PAYMENT_IN_FLIGHT,
  PLAUSIBLE_PAYMENT,
  STALE_SOURCE,
  MISSING_AT_SOURCE,
  IDENTITY_UNCLEAR,
  NO_ADDRESS,
  CONTACT_POLICY,
  SHADOW,
  STOPPED,
  MANUAL
}
