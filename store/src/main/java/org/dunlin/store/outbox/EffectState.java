package org.dunlin.store.outbox;

/** How far an effect has come. */
public enum EffectState {
  /** A person must release it: far more messages than usual. */
  AWAITING_APPROVAL,
  /** Decided, waiting to be claimed. */
  PENDING,
  /** Claimed under a lease; nothing has left yet. */
  CLAIMED,
  /** The first byte may have left. */
  SENDING,
  /** It has left, and the receiver took it. */
  SENT,
  /** It may have left; a person says which. */
  UNKNOWN,
  /** The receiver refused it for good. */
  FAILED,
  /** What it said was no longer true when it was to leave, or a person said no. */
  CANCELLED,
  /** Decided while the company was not switched on for it; it never leaves. */
  SHADOW
}
