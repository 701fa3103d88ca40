package org.dunlin.core.model;

/** What is owed beside the principal; a FEE is contractual, the others are statutory. */
public enum ClaimKind {
  INTEREST,
  FIXED_SUM,
  COSTS,
  FEE
}
