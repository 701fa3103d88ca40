package org.dunlin.core.model;

/**
 * How money moved. A RETURN undoes an earlier payment, a PAYOUT is what a payment provider hands
 * over.
 */
public enum PaymentKind {
  TRANSFER,
  DIRECT_DEBIT,
  CARD,
  WALLET,
  CHEQUE,
  RETURN,
  FEE,
  PAYOUT,
  OTHER
}
