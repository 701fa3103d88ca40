package org.dunlin.core.debit;

/** The place of a debit among those of its mandate (ISO 20022 SequenceType, EPC AT-21). */
public enum SequenceType {
  /** The first of several. */
  FRST,
  /** Any but the first and the last. */
  RCUR,
  /** The last: the mandate is at its end behind it. */
  FNAL,
  /** The only one, by a mandate for once. */
  OOFF;

  /**
   * The type of the next debit by a mandate.
   *
   * @param once whether the mandate is for one debit alone
   * @param ends whether it is to end with this debit
   * @param collected how many debits by it a bank has taken before
   * @param firstIsMarked whether the bank still wants the first one called so; since November 2016
   *     it may be called recurrent as well (EPC016-06 v9.1)
   */
  public static SequenceType next(
      boolean once, boolean ends, int collected, boolean firstIsMarked) {
    if (once) {
      return OOFF;
    }
    if (ends) {
      return FNAL;
    }
    return collected == 0 && firstIsMarked ? FRST : RCUR;
  }
}
