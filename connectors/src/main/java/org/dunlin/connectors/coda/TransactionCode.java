package org.dunlin.connectors.coda;

import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.PaymentKind;

/**
 * The transaction code of a movement (annex II).
 *
 * @param text all eight digits
 * @param type whether the amount is one, a total, or a detail of another (chapter 3.1)
 * @param family such as 05 for direct debits
 * @param transaction within the family
 * @param category of a part of an amount, such as 100 for what it was before charges
 */
record TransactionCode(String text, char type, String family, String transaction, String category) {
  private static final String COSTS = "37";

  static TransactionCode of(FixedLine line) {
    String text = line.raw(54, 61);
    return new TransactionCode(
        text, text.charAt(0), text.substring(1, 3), text.substring(3, 5), text.substring(5));
  }

  /** Whether the amount goes with its charges, which follow as parts (types 3 and 7). */
  boolean hasParts() {
    return type == '3' || type == '7';
  }

  /** Whether it is a part of the amount before it (types 8 and 9). */
  boolean isPart() {
    return type == '8' || type == '9';
  }

  /** What an amount was before charges. */
  boolean isGross() {
    return category.equals("100");
  }

  /** Whether the account's owner is the debtor of a direct debit, and not who collects it. */
  boolean isDomiciled() {
    return family.equals("05")
        && (transaction.equals("01") || transaction.equals("54") || transaction.equals("58"));
  }

  PaymentKind kind() {
    if (family.equals("80") || transaction.equals(COSTS) || transaction.equals("87")) {
      return PaymentKind.FEE;
    }
    if (transaction.equals("49") || transaction.equals("99")) {
      return PaymentKind.RETURN; // cancelled or corrected
    }
    return switch (family) {
      case "01", "02" ->
          switch (transaction) {
            case "54", "62" -> PaymentKind.RETURN; // not executed, unpaid
            case "39", "60" -> PaymentKind.CHEQUE; // circular cheques
            default -> PaymentKind.TRANSFER;
          };
      case "41" -> transaction.equals("38") ? PaymentKind.FEE : PaymentKind.TRANSFER;
      case "03" ->
          switch (transaction) {
            case "09", "38", "60", "62" -> PaymentKind.RETURN; // unpaid, reversed
            default -> PaymentKind.CHEQUE;
          };
      case "43" ->
          transaction.equals("07") || transaction.equals("62")
              ? PaymentKind.RETURN
              : PaymentKind.CHEQUE;
      case "04" -> PaymentKind.CARD;
      case "05" ->
          switch (transaction) {
            case "03", "05", "54", "56", "58" -> PaymentKind.RETURN; // unpaid, given back, reversed
            default -> PaymentKind.DIRECT_DEBIT;
          };
      case "07", "47" -> transaction.equals("07") ? PaymentKind.RETURN : PaymentKind.OTHER;
      case "35" -> transaction.equals("01") ? PaymentKind.FEE : PaymentKind.OTHER;
      default -> PaymentKind.OTHER;
    };
  }
}
