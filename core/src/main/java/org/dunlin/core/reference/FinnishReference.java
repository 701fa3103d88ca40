package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/**
 * The Finnish reference (viitenumero; Finance Finland): 3 to 19 digits and a check digit with the
 * weights 7, 3 and 1. Zeros at its beginning say nothing. Abroad it goes as {@code RF} of ISO
 * 11649.
 */
final class FinnishReference {
  private static final int[] WEIGHTS = {7, 3, 1};

  private FinnishReference() {}

  static @Nullable StructuredReference read(String written) {
    String digits = written.replaceAll("\\s", "").replaceFirst("^0+", "");
    if (!Digits.are(digits, 4, 20) || !checkHolds(digits)) {
      return null;
    }
    return new StructuredReference(ReferenceScheme.FINNISH, digits, true);
  }

  private static boolean checkHolds(String digits) {
    int sum = 0;
    for (int i = 1; i < digits.length(); i++) {
      sum += Digits.fromRight(digits, i) * WEIGHTS[(i - 1) % WEIGHTS.length];
    }
    return Digits.fromRight(digits, 0) == (10 - sum % 10) % 10;
  }
}
