package org.dunlin.sandbox.world;

/**
 * The check digits of ISO 7064 MOD 97-10, as IBANs (ISO 13616), creditor references (ISO 11649) and
 * creditor identifiers use them.
 */
final class CheckDigits {
  private CheckDigits() {}

  /** The two digits that go behind {@code prefix} so that body + prefix + digits is 1 modulo 97. */
  static String mod97(String prefix, String body) {
    int check = 98 - remainder97(body + prefix + "00");
    return (check < 10 ? "0" : "") + check;
  }

  /** The remainder by 97 with letters as two digits, A = 10. */
  static int remainder97(String characters) {
    int remainder = 0;
    for (int i = 0; i < characters.length(); i++) {
      int value = Character.digit(characters.charAt(i), 36);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
  }

  /** A creditor reference of ISO 11649 from letters and digits. */
  static String creditorReference(String body) {
    return "RF" + mod97("RF", body) + body;
  }
}
