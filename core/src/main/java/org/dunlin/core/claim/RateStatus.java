package org.dunlin.core.claim;

/** How sure a rate or rule is. */
public enum RateStatus {
  /** As the issuing bank or gazette publishes it. */
  KNOWN,
  /** To be verified; every claim that uses it says so. */
  CHECK;

  RateStatus and(RateStatus other) {
    return this == CHECK ? CHECK : other;
  }
}
