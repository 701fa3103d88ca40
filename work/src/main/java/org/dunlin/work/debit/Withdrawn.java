package org.dunlin.work.debit;

/** Why a debit was taken back before its file left. */
public enum Withdrawn {
  /** Nothing of it is open any more. */
  PAID,
  /**
   * It is promised, arranged, contested, held or handed over, or money that nobody has allocated
   * could settle it.
   */
  HELD,
  /** Nothing is collected from the customer, or under its plan, any more. */
  NOT_CHOSEN,
  /** The mandate is in force no more. */
  NO_MANDATE,
  /** The announcement did not reach the customer. */
  NOT_ANNOUNCED,
  /** It was announced while the company was in test mode. */
  TESTED,
  /** Its file was approved and never left. */
  NOT_SENT,
  /** A person took it back. */
  PERSON
}
