package org.dunlin.core.reference;

/** Check digits over decimal digits. All are counted from the right. */
final class Digits {
  private Digits() {}

  /**
   * The check digit of Luhn (modulus 10, weights 2 and 1, ISO/IEC 7812-1 annex B) that belongs
   * behind the digits.
   */
  static char luhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int value = fromRight(digits, i) * (i % 2 == 0 ? 2 : 1);
      sum += value / 10 + value % 10;
    }
    return digit((10 - sum % 10) % 10);
  }

  /** The remainder modulo 11 of the digits times these weights, which repeat. */
  static int modulo11(String digits, int... weights) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += fromRight(digits, i) * weights[i % weights.length];
    }
    return sum % 11;
  }

  static char digit(int value) {
    return Character.forDigit(value, 10);
  }

  /** The value of the digit that has so many to its right. */
  static int fromRight(String digits, int behind) {
    return digits.charAt(digits.length() - 1 - behind) - '0';
  }

  /** Whether the last digit is that of Luhn. */
  static boolean endsWithLuhn(String digits) {
    int last = digits.length() - 1;
    return digits.charAt(last) == luhn(digits.substring(0, last));
  }

  /** The text without what groups digits in print: blanks, dots, slashes and hyphens. */
  static String ungrouped(String written) {
    return written.replaceAll("[\\s./-]", "");
  }

  /** Whether the text is so many decimal digits, and nothing else. */
  static boolean are(String text, int least, int most) {
    return text.length() >= least
        && text.length() <= most
        && text.chars().allMatch(each -> each >= '0' && each <= '9');
  }
}
