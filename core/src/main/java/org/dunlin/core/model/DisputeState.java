package org.dunlin.core.model;

/** What became of a dispute. */
public enum DisputeState {
  OPEN,
  ACCEPTED,
  REJECTED
}
