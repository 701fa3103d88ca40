package org.dunlin.store.inbox;

/** What became of a delivery. */
public enum DeliveryState {
  /** Accepted, waiting for translation. */
  NEW,
  /** Being translated under a lease. */
  CLAIMED,
  /** Its records are in the ledger; single ones may have been refused. */
  APPLIED,
  /** Refused as a whole, with its reason; can be replayed. */
  QUARANTINED,
  /** Claimed three times without a result; nobody touches it until a person replays it. */
  POISON
}
