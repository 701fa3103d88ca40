package org.dunlin.core.reference;

/** The check digits of ISO 7064 MOD 97-10 over letters A to Z and digits. */
final class CheckDigits {
  private static final int MODULUS = 97;

  private CheckDigits() {}

  /** The two digits that belong behind the text. */
  static String of(String text) {
    int digits = MODULUS + 1 - remainder(text + "00");
    return digits < 10 ? "0" + digits : Integer.toString(digits);
  }

  /** The remainder of the number that results when A is written as 10, B as 11, to Z as 35. */
  private static int remainder(String text) {
    int remainder = 0;
    for (int i = 0; i < text.length(); i++) {
      int value = Character.digit(text.charAt(i), 36);
      remainder = (remainder * (value < 10 ? 10 : 100) + value) % MODULUS;
    }
    return remainder;
  }
}
