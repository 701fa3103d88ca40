package org.dunlin.store.view;

/** What there is to do for a person. */
public enum TaskKind {
  /** To call a customer, as the plan says. */
  CALL(false),
  /** A promise was not kept. */
  BROKEN_PROMISE(true),
  /** An arrangement was not kept. */
  BROKEN_ARRANGEMENT(true),
  /** An arrangement was proposed, to be agreed to or refused. */
  PROPOSAL(false),
  /** A dispute is to be decided. */
  DISPUTE(false),
  /** A dispute was accepted, and the books do not show the credit yet. */
  CREDIT(false),
  /** A later fact of the source contradicts an allocation. */
  CONFLICT(false),
  /** A case is to be handed over, or not. */
  HANDOVER(false),
  /** A case was paid and taken back: whether the agency knows, and what it charges. */
  RECALLED(true),
  /** What a case ended with as paid is open again: whether it goes on with the agency. */
  REOPEN(true),
  /** A direct debit was refused or given back, and what that means is to be seen to. */
  DEBIT(true),
  /** It is not known whether a message has left. */
  UNKNOWN_SEND(false),
  /**
   * A server refused the customer's address for good; it ends with another address, or when a
   * person says that this one is good.
   */
  BOUNCE(true),
  /** The number that was called is somebody else's. */
  WRONG_NUMBER(true),
  /** A customer answered. */
  ANSWER(true);

  private final boolean endedByPerson;

  TaskKind(boolean endedByPerson) {
    this.endedByPerson = endedByPerson;
  }

  /** Whether a person ends it by saying that it is done; else it ends where its cause does. */
  public boolean endedByPerson() {
    return endedByPerson;
  }
}
