package org.dunlin.core.message;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dunlin.core.claim.Demand;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of claims.
 *
 * @param received when the message counts as received, from which announced days count
 * @param vat percent of VAT within announced costs, where the creditor cannot recover it
 */
public record ClaimsSaid(Demand demand, LocalDate received, @Nullable BigDecimal vat) {
  /** Nothing. */
  public static final ClaimsSaid NOTHING = new ClaimsSaid(Demand.NOTHING, LocalDate.MAX, null);

  /**
   * How many full days the debtor has, from the day after receipt; 0 where nothing is announced.
   */
  int freeDays() {
    LocalDate last = demand.lastFree();
    return last == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(received, last));
  }
}
