package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/**
 * The Dutch payment reference (betalingskenmerk; Betaalvereniging Nederland): 16 digits, of which
 * the first is a check digit; or 9 to 14, of which the second also tells how many follow it; or 7
 * without a check.
 */
final class DutchReference {
  private static final int[] WEIGHTS = {2, 4, 8, 5, 10, 9, 7, 3, 6, 1};

  private DutchReference() {}

  static @Nullable StructuredReference read(String written) {
    String digits = Digits.ungrouped(written);
    int length = digits.length();
    boolean form = length == 7 || length >= 9 && length <= 14 || length == 16;
    if (!form || !Digits.are(digits, length, length)) {
      return null;
    }
    boolean checked = length > 7;
    boolean holds = !checked || checkHolds(digits) && (length == 16 || lengthHolds(digits));
    return holds ? new StructuredReference(ReferenceScheme.DUTCH, digits, checked) : null;
  }

  private static boolean lengthHolds(String digits) {
    return digits.charAt(1) == Digits.digit((digits.length() - 2) % 10);
  }

  private static boolean checkHolds(String digits) {
    int check = 11 - Digits.modulo11(digits.substring(1), WEIGHTS);
    // 11 and 10 have no digit of their own: 0 and 1 stand for them.
    int written = check == 11 ? 0 : check == 10 ? 1 : check;
    return digits.charAt(0) == Digits.digit(written);
  }
}
