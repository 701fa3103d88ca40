package org.dunlin.store.tieout;

/** Why a program and the hub say otherwise of a customer. */
public enum DifferenceReason {
  /** The hub has found a payment that the program has not booked yet. */
  NOT_WRITTEN_BACK(true),
  /** Complete readings of the program do not bring the document any more. */
  MISSING_AT_SOURCE(true),
  /** The program has booked money and not applied it to an invoice. */
  ON_ACCOUNT(true),
  /** The program gives the figure in another currency than that of the documents. */
  OTHER_CURRENCY(true),
  /** One of the two changed each time the program was read. */
  CHANGING(true),
  /** Records of the connection are held in quarantine, which may be of this customer. */
  IN_QUARANTINE(false),
  /** The program names a customer whom the hub does not know. */
  UNKNOWN_CUSTOMER(false),
  /** Nothing that is known explains it. */
  UNEXPLAINED(false);

  private final boolean explained;

  DifferenceReason(boolean explained) {
    this.explained = explained;
  }

  /** Whether nothing else shows a person what to do: what is in quarantine is a task of its own. */
  boolean leadsNowhere() {
    return this == UNKNOWN_CUSTOMER || this == UNEXPLAINED;
  }

  /** Whether nothing is wrong as far as that goes. */
  public boolean explained() {
    return explained;
  }
}
