package org.dunlin.sandbox.world;

import java.time.LocalDate;

/** A payment that a customer is going to make. */
record Intent(LocalDate on, Share share, Wording wording) {
  /** How much of what is left. */
  enum Share {
    ALL,
    HALF,
    /** The next of the agreed instalments. */
    INSTALMENT,
    /** All but the discount for early payment. */
    LESS_DISCOUNT,
    /** All but what is contested. */
    LESS_CONTESTED,
    /** All and a bit more. */
    TOO_MUCH,
    /** What was paid already, once more. */
    AGAIN
  }
}
