package org.dunlin.connectors.bank;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exchange rates as banks state them, as far as the canonical form holds them. */
public final class ExchangeRates {
  private static final int DECIMALS_MAX = 10;
  private static final int DIGITS_MAX = 18;

  private ExchangeRates() {}

  /** The rate; null where it is none, or of more digits than a rate has: it only informs. */
  public static @Nullable BigDecimal sensible(@Nullable BigDecimal stated) {
    if (stated == null || stated.signum() <= 0) {
      return null;
    }
    BigDecimal rate = stated.stripTrailingZeros();
    boolean fits = rate.scale() <= DECIMALS_MAX && rate.precision() - rate.scale() <= DIGITS_MAX;
    return fits ? rate.setScale(Math.max(0, rate.scale())) : null;
  }
}
