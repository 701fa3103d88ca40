package org.dunlin.core.debit;

import org.jspecify.annotations.Nullable;

/**
 * What a bank says of a file of direct debits, of one of its batches, or of one debit (pain.002).
 *
 * @param message the id of the file (OrgnlMsgId)
 * @param batch the id of the batch (OrgnlPmtInfId); absent where the whole file is meant
 * @param endToEndId of the debit; absent where the batch or the file is meant
 * @param status a code of ISO 20022 ExternalPaymentGroupStatus or ExternalPaymentTransactionStatus
 * @param reason a code of ExternalStatusReason; absent where none is given
 * @param text the bank's words on that
 */
public record BankStatus(
    String message,
    @Nullable String batch,
    @Nullable String endToEndId,
    String status,
    @Nullable String reason,
    @Nullable String text) {

  /** Whether all that is meant will not be collected. */
  public boolean isRejected() {
    return status.equals("RJCT") || status.equals("CANC");
  }

  /** Whether all that is meant was taken, so far as the bank has looked. */
  public boolean isAccepted() {
    return switch (status) {
      case "ACCP", "ACTC", "ACSP", "ACSC", "ACWC", "ACCC", "RCVD", "PDNG" -> true;
      default -> false;
    };
  }
}
