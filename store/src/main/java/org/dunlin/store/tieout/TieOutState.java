package org.dunlin.store.tieout;

/** Where a run is, or how it ended. */
public enum TieOutState {
  /** The program is read, or is to be. */
  READING,
  /** There is a difference: after a pull the program is read once more. */
  CONFIRMING,
  /** Both sides agree, but for what is explained. */
  TIES,
  /** They differ. */
  DIFFERS,
  /** The program could not be read as it had to be. */
  CANNOT_TELL
}
