package org.dunlin.connectors.coda;

import java.math.BigDecimal;
import org.dunlin.connectors.text.FixedLine;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a movement says it is for.
 *
 * @param text the payer's words
 * @param creditorReference of a structured communication (RF, OGM)
 * @param mandateId of a direct debit
 * @param creditorId who collects a direct debit
 * @param returnReason why a direct debit was not paid, in the codes of its structure
 * @param undone whether a direct debit is undone
 * @param ordered the amount in the currency in which it was ordered
 * @param rate between that currency and the account's
 * @param bankText the bank's words
 */
record Communication(
    @Nullable String text,
    @Nullable String creditorReference,
    @Nullable String mandateId,
    @Nullable String creditorId,
    @Nullable String returnReason,
    boolean undone,
    @Nullable String chequeNumber,
    @Nullable Money ordered,
    @Nullable BigDecimal rate,
    @Nullable String bankText) {

  /** Words without a structure. */
  static Communication free(String zone) {
    return words(FixedLine.words(zone), null);
  }

  /** A reference, and words behind it. */
  static Communication reference(@Nullable String reference, @Nullable String text) {
    return words(text, reference);
  }

  /** Words of the bank. */
  static Communication ofBank(@Nullable String words) {
    return new Communication(null, null, null, null, null, false, null, null, null, words);
  }

  private static Communication words(@Nullable String text, @Nullable String reference) {
    return new Communication(text, reference, null, null, null, false, null, null, null, null);
  }
}
