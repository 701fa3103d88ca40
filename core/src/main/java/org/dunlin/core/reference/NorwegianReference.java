package org.dunlin.core.reference;

import org.jspecify.annotations.Nullable;

/**
 * The Norwegian customer identification (KID; Bits): 2 to 25 digits of which the last is a check
 * digit, as the creditor has agreed either of modulus 10 (Luhn) or of modulus 11 with the weights 2
 * to 7, where a hyphen stands for 10.
 */
final class NorwegianReference {
  private static final int[] WEIGHTS = {2, 3, 4, 5, 6, 7};

  private NorwegianReference() {}

  static @Nullable StructuredReference read(String written) {
    String text = written.replaceAll("[\\s.]", "");
    int last = text.length() - 1;
    if (last < 1 || !Digits.are(text.substring(0, last), 1, 24)) {
      return null;
    }
    boolean holds =
        text.charAt(last) == modulo11(text.substring(0, last))
            || Digits.are(text, 2, 25) && Digits.endsWithLuhn(text);
    return holds ? new StructuredReference(ReferenceScheme.NORWEGIAN_KID, text, true) : null;
  }

  private static char modulo11(String digits) {
    int remainder = Digits.modulo11(digits, WEIGHTS);
    return remainder == 0 ? '0' : remainder == 1 ? '-' : Digits.digit(11 - remainder);
  }
}
