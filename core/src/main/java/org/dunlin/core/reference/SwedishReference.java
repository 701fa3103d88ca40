package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/**
 * The Swedish OCR reference (Bankgirot, OCR-referenskontroll): 2 to 25 digits of which the last is
 * a check digit of modulus 10 (Luhn). A creditor may have the digit before it tell the length,
 * which only he knows.
 */
final class SwedishReference {
  private SwedishReference() {}

  static @Nullable StructuredReference read(String written) {
    String digits = Digits.ungrouped(written);
    return Digits.are(digits, 2, 25) && Digits.endsWithLuhn(digits)
        ? new StructuredReference(ReferenceScheme.SWEDISH_OCR, digits, true)
        : null;
  }
}
