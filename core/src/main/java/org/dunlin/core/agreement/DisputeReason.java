package org.dunlin.core.agreement;

import java.util.Locale;

/** Why a customer contests an amount. */
public enum DisputeReason {
  PRICE,
  QUALITY,
  DELIVERY,
  DUPLICATE,
  UNKNOWN,
  OTHER;

  /** The reason of that word, whatever its case; {@link #OTHER} for a word of another's. */
  public static DisputeReason of(String word) {
    for (DisputeReason reason : values()) {
      if (reason.name().equals(word.strip().toUpperCase(Locale.ROOT))) {
        return reason;
      }
    }
    return OTHER;
  }
}
