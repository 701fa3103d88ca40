package org.dunlin.connectors.datev;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.joda.money.CurrencyUnit;

/**
 * What the header of a Buchungsstapel says (DATEV-Format, header of version 700).
 *
 * @param consultant number of the tax consultant (Berater), 1001 to 9999999
 * @param client number of the company at the consultant (Mandant), 1 to 99999
 * @param fiscalYear the day on which the fiscal year begins
 * @param accountDigits of ledger accounts, 4 to 8; those of debtors have one more
 * @param from the first day that the postings may have, within the fiscal year
 * @param to the last day
 * @param name of the batch, of which 30 characters are written
 * @param created when the file was made, in the company's time zone
 */
public record PostingBatch(
    int consultant,
    int client,
    LocalDate fiscalYear,
    int accountDigits,
    LocalDate from,
    LocalDate to,
    String name,
    CurrencyUnit currency,
    LocalDateTime created) {
  private static final int FEWEST_DIGITS = 4;
  private static final int MOST_DIGITS = 8;

  /**
   * Checks what DATEV checks.
   *
   * @throws IllegalArgumentException where a value is none that DATEV takes
   */
  public PostingBatch {
    require(consultant >= 1001 && consultant <= 9_999_999, "the consultant is 1001 to 9999999");
    require(client >= 1 && client <= 99_999, "the client is 1 to 99999");
    require(
        accountDigits >= FEWEST_DIGITS && accountDigits <= MOST_DIGITS,
        "ledger accounts have 4 to 8 digits");
    require(!to.isBefore(from), "the batch ends before it begins");
    // A posting has a day and a month only, which must be one day of the fiscal year.
    require(
        !from.isBefore(fiscalYear) && to.isBefore(fiscalYear.plusYears(1)),
        "the batch must lie within one fiscal year");
  }

  /** Whether a posting may be of that day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  private static void require(boolean fulfilled, String sentence) {
    if (!fulfilled) {
      throw new IllegalArgumentException(sentence);
    }
  }
}
