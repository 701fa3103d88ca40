package org.dunlin.connectors.program.pull;

/** Why a stream is read. */
public enum Purpose {
  /** To bring what is new: from the cursor on, or all of it the first time. */
  POLL,
  /** To enumerate everything that is there, so that what is gone is noticed: without a cursor. */
  SWEEP
}
