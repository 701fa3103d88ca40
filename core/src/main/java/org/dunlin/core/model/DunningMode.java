package org.dunlin.core.model;

/** How far a company has switched the hub on. */
public enum DunningMode {
  /** Decides and shows, sends nothing. */
  SHADOW,
  /** Every message goes to the test mailbox. */
  TEST,
  /** Messages go to customers and programs. */
  LIVE
}
