package org.dunlin.core.model;

/** Who or what decided an allocation, and how far it goes. */
public enum Decision {
  /** Applied by a rule without a person. */
  AUTOMATIC,
  /** Offered to a person; not applied. */
  SUGGESTED,
  /** Suggested by a rule, applied by a person. */
  CONFIRMED,
  /** Made by a person. */
  MANUAL,
  /** The source says so; its outstanding figure holds it already. */
  BOOKED,
  /** Claimed by the hub, contradicted by a later fact of the source: a task. */
  CONFLICT
}
