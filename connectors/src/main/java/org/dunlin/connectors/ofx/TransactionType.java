package org.dunlin.connectors.ofx;

import java.util.Locale;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The type of a transaction (section 11.4.2.3.1.1).
 *
 * @param text TRNTYPE in capitals; absent where the bank gives none
 */
record TransactionType(@Nullable String text) {
  static TransactionType of(@Nullable String written) {
    return new TransactionType(written == null ? null : written.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether type and sign say different things. The sign of an amount is that of the account; the
   * types DEBIT and CREDIT say nothing else, while all others may be given back.
   */
  boolean contradicts(Money signed) {
    return ("DEBIT".equals(text) && signed.isPositive())
        || ("CREDIT".equals(text) && signed.isNegative());
  }

  PaymentKind kind(Money signed) {
    return switch (text == null ? "" : text) {
      case "FEE", "SRVCHG" -> PaymentKind.FEE;
      case "INT" -> signed.isNegative() ? PaymentKind.FEE : PaymentKind.OTHER;
      case "POS" -> PaymentKind.CARD;
      case "CHECK" -> PaymentKind.CHEQUE;
      case "DIRECTDEBIT" -> PaymentKind.DIRECT_DEBIT;
      case "XFER", "PAYMENT", "DIRECTDEP", "REPEATPMT" -> PaymentKind.TRANSFER;
      default -> PaymentKind.OTHER; // CREDIT, DEBIT, DEP, ATM, CASH, DIV, HOLD, OTHER
    };
  }
}
