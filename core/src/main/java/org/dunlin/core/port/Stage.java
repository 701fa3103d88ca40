package org.dunlin.core.port;

/** The stages of the one way through that can be woken. */
public enum Stage {
  /** A connection to a program is due. */
  PULL,
  /** A delivery waits. */
  TRANSLATE,
  /** Invoices or payments changed. */
  MATCH,
  /** What is due may have changed. */
  DUN,
  /** An effect waits. */
  DELIVER
}
