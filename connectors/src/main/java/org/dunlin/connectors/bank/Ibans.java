package org.dunlin.connectors.bank;

import java.math.BigInteger;

/** International bank account numbers (ISO 13616). */
public final class Ibans {
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private Ibans() {}

  /** Whether the text, without blanks and in capitals, is one whose check digits hold. */
  public static boolean holds(String text) {
    return hasShape(text) && remainder(text.substring(4) + text.substring(0, 4)) == 1;
  }

  /**
   * The IBAN of a German account as the standard rule makes it (Deutsche Bundesbank, IBAN rule
   * 000000), by which nearly all accounts have theirs.
   *
   * @param bank its bank code (Bankleitzahl), 8 digits
   * @param account its number, 1 to 10 digits
   */
  public static String german(String bank, String account) {
    String number = bank + "0".repeat(10 - account.length()) + account;
    int check = 98 - remainder(number + "DE00");
    return "DE" + (check < 10 ? "0" : "") + check + number;
  }

  /** Whether the text looks like one, whatever its check digits: a bank's word counts for it. */
  public static boolean hasShape(String text) {
    if (text.length() < 15 || text.length() > 34) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean letter = text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (i < 2 ? !letter : i < 4 ? !digit : !letter && !digit) {
        return false;
      }
    }
    return true;
  }

  private static int remainder(String text) {
    StringBuilder digits = new StringBuilder(text.length() * 2);
    text.chars().forEach(each -> digits.append(Character.digit(each, 36)));
    return new BigInteger(digits.toString()).mod(MODULUS).intValue();
  }
}
