package org.dunlin.work.sheet;

import java.math.BigDecimal;
import java.util.List;

/**
 * A file held against the ledger.
 *
 * @param customers in the file
 * @param customersThere of these, how many the ledger holds
 * @param sums invoices and credit notes, a currency each
 * @param refused rows that are in neither
 */
public record TiedOut(int customers, long customersThere, List<Sum> sums, int refused) {
  public TiedOut {
    sums = List.copyOf(sums);
  }

  /**
   * Of one currency; credit notes count below zero.
   *
   * @param documents in the file
   * @param documentsThere of these, how many the ledger holds
   * @param outstanding what is open by the file
   * @param outstandingThere what is open by the ledger, as its source says it
   */
  public record Sum(
      String currency,
      long documents,
      long documentsThere,
      BigDecimal total,
      BigDecimal totalThere,
      BigDecimal outstanding,
      BigDecimal outstandingThere) {
    /** Whether both say the same. */
    public boolean ties() {
      return documents == documentsThere
          && total.compareTo(totalThere) == 0
          && outstanding.compareTo(outstandingThere) == 0;
    }
  }

  /** Whether all of the file is in the ledger, to the cent. */
  public boolean ties() {
    return customers == customersThere && sums.stream().allMatch(Sum::ties);
  }
}
