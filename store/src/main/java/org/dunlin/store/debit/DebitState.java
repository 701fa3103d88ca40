package org.dunlin.store.debit;

/** How far a debit has come. */
public enum DebitState {
  /** The customer was told, or is being told. */
  ANNOUNCED,
  /** It stands in a file that waits for a person. */
  IN_FILE,
  /** Its file was approved: it is on its way to the bank, or there. */
  SUBMITTED,
  /** The bank booked the money. */
  SETTLED,
  /** The bank did not take it, so no money moved. */
  FAILED,
  /** The money went back. */
  RETURNED,
  /** It was taken back before a file had left. */
  WITHDRAWN;

  /** Whether it may still bring money, so that nothing else is asked for meanwhile. */
  public boolean isUnderWay() {
    return this == ANNOUNCED || this == IN_FILE || this == SUBMITTED;
  }
}
