package org.dunlin.core.agreement;

/** What came of a call to a customer. */
public enum CallOutcome {
  /** Somebody was spoken to, and nothing was agreed: the plan goes on. */
  REACHED,
  /** A day was promised: reminders wait for it. */
  PROMISE,
  /** An amount is contested: it is asked for no more until that is decided. */
  DISPUTE,
  /** The number is somebody else's: another one has to be found. */
  WRONG_NUMBER,
  /** Nobody answered: the call is to be tried again. */
  NO_ANSWER;

  /** Whether the call is done with it, so that the plan takes its next step. */
  public boolean ends() {
    return this != NO_ANSWER;
  }
}
