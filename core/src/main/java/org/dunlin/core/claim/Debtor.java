package org.dunlin.core.claim;

import org.jspecify.annotations.Nullable;

/** Whether who owes acts in business: laws differ by it. */
public enum Debtor {
  BUSINESS,
  CONSUMER;

  /** A customer of whom it is not known is treated as a consumer. */
  public static Debtor of(@Nullable Boolean consumer) {
    return consumer == null || consumer ? CONSUMER : BUSINESS;
  }
}
