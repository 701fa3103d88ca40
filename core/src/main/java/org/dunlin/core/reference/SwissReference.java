package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/**
 * The QR reference of Swiss QR-bills (QRR; Swiss Implementation Guidelines QR-bill, annex B) and of
 * the inpayment slips before them (ISR): up to 27 digits, the last one a check digit of modulus 10,
 * recursive. Shorter ones are filled with zeros from the left.
 */
final class SwissReference {
  private static final int LENGTH = 27;
  private static final int SHORTEST = 5;
  private static final int[] TABLE = {0, 9, 4, 6, 8, 2, 7, 1, 3, 5};

  private SwissReference() {}

  static @Nullable StructuredReference read(String written) {
    String digits = written.replaceAll("\\s", "");
    if (!Digits.are(digits, SHORTEST, LENGTH) || !checkHolds(digits)) {
      return null;
    }
    String filled = "0".repeat(LENGTH - digits.length()) + digits;
    return filled.matches("0+")
        ? null
        : new StructuredReference(ReferenceScheme.SWISS_QRR, filled, true);
  }

  private static boolean checkHolds(String digits) {
    int carry = 0;
    for (int i = 0; i < digits.length() - 1; i++) {
      carry = TABLE[(carry + digits.charAt(i) - '0') % 10];
    }
    return Digits.fromRight(digits, 0) == (10 - carry) % 10;
  }
}
