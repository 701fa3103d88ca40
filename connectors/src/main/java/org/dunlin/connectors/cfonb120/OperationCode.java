package org.dunlin.connectors.cfonb120;

import java.util.Set;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * What an operation is (CFONB, codes opérations interbancaires pour les restitutions clientèle).
 *
 * @param operation the interbank code (zone 2-I)
 * @param reason why it came back, a code of CFONB (zone 2-K)
 */
record OperationCode(String operation, @Nullable String reason) {
  private static final Set<String> TRANSFERS =
      Set.of("05", "06", "13", "14", "18", "21", "39", "41", "44", "45", "90", "C1", "C2");

  private static final Set<String> DEBITS =
      Set.of("08", "09", "22", "24", "96", "97", "A1", "A2", "B1", "B2");

  private static final Set<String> CARDS = Set.of("11", "28", "29", "30", "36");
  private static final Set<String> CHEQUES = Set.of("01", "02", "15");
  private static final Set<String> FEES = Set.of("61", "62", "64", "65", "66", "67", "70", "88");

  /** Unpaid, rejected, returned, recalled or reversed. */
  private static final Set<String> RETURNS =
      Set.of(
          "03", "10", "12", "26", "27", "33", "34", "38", "98", "A3", "A4", "A5", "A6", "B3", "B4",
          "B5", "B6", "C3", "C4", "C5");

  /** The code; null where the bank gives none. */
  @Nullable String text() {
    return operation.isEmpty() ? null : operation;
  }

  PaymentKind kind() {
    if (RETURNS.contains(operation) || (reason != null && !reason.equals("00"))) {
      return PaymentKind.RETURN;
    }
    if (TRANSFERS.contains(operation)) {
      return PaymentKind.TRANSFER;
    }
    if (DEBITS.contains(operation)) {
      return PaymentKind.DIRECT_DEBIT;
    }
    if (CARDS.contains(operation)) {
      return PaymentKind.CARD;
    }
    if (CHEQUES.contains(operation)) {
      return PaymentKind.CHEQUE;
    }
    return FEES.contains(operation) ? PaymentKind.FEE : PaymentKind.OTHER;
  }
}
