package org.dunlin.core.dunning;

/** How likely it is that a customer pays late, from its own payments; see {@link Risk}. */
public enum RiskLevel {
  /** Pays about in time. */
  LOW,
  /** One thing speaks against it. */
  MEDIUM,
  /** Much speaks against it. */
  HIGH,
  /** Too little was ever paid to say anything. */
  UNKNOWN
}
