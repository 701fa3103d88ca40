package org.dunlin.core.model;

/** How far a dunning action has come. */
public enum ActionState {
  DUE,
  HELD,
  AWAITING_APPROVAL,
  SENDING,
  SENT,
  DONE,
  UNKNOWN,
  FAILED,
  CANCELLED
}
