package org.dunlin.core.model;

import org.jspecify.annotations.Nullable;

/**
 * The numbers under which banks and parties know a payment (ISO 20022 TransactionReferences).
 *
 * @param messageId the message in which it was ordered
 * @param batchId the batch (PmtInfId) in which it was ordered
 * @param instructionId what the ordering party calls it towards its bank
 * @param transactionId what the first bank called it, for all banks after it
 * @param uetr the unique end-to-end transaction reference (UUID)
 * @param mandateId the SEPA mandate of a direct debit
 * @param clearingReference what the clearing system calls it
 * @param bankReference what the account's bank calls it
 * @param entryReference what the entry of the statement is called (NtryRef)
 * @param detailMessageId the message in which the bank tells what the entry is made of
 */
public record BankReferences(
    @Nullable String messageId,
    @Nullable String batchId,
    @Nullable String instructionId,
    @Nullable String transactionId,
    @Nullable String uetr,
    @Nullable String mandateId,
    @Nullable String chequeNumber,
    @Nullable String clearingReference,
    @Nullable String bankReference,
    @Nullable String entryReference,
    @Nullable String detailMessageId) {
  /** No number is known. */
  public static final BankReferences NONE =
      new BankReferences(null, null, null, null, null, null, null, null, null);

  /** The numbers of a payment whose entry has none beside the bank's. */
  public BankReferences(
      @Nullable String messageId,
      @Nullable String batchId,
      @Nullable String instructionId,
      @Nullable String transactionId,
      @Nullable String uetr,
      @Nullable String mandateId,
      @Nullable String chequeNumber,
      @Nullable String clearingReference,
      @Nullable String bankReference) {
    this(
        messageId,
        batchId,
        instructionId,
        transactionId,
        uetr,
        mandateId,
        chequeNumber,
        clearingReference,
        bankReference,
        null,
        null);
  }
}
