package org.dunlin.connectors.bank;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** International bank account numbers (ISO 13616). */
public final class Ibans {
  private static final Pattern BELGIAN = Pattern.compile("[0-9]{12}");
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
    return of("DE", bank + "0".repeat(10 - account.length()) + account);
  }

  /**
   * The IBAN of a Belgian account, whose number all of it is in its IBAN (Febelfin).
   *
   * @param number 12 digits, of which the last two are the remainder of the others modulo 97, or 97
   *     where that is 0
   * @return null where they are not
   */
  public static @Nullable String belgian(String number) {
    if (!BELGIAN.matcher(number).matches()) {
      return null;
    }
    long remainder = Long.parseLong(number.substring(0, 10)) % 97;
    boolean proven = Long.parseLong(number.substring(10)) == (remainder == 0 ? 97 : remainder);
    return proven ? of("BE", number) : null;
  }

  /**
   * The IBAN of a French account, in which its number stands with its key (clé RIB): what makes
   * bank, branch and number divisible by 97, their letters counted as digits.
   *
   * @param rib without the key: bank and branch, 5 digits each, and 11 digits or capitals
   */
  public static String french(String rib) {
    long remainder = 0;
    for (int i = 0; i < rib.length(); i++) {
      remainder = (remainder * 10 + ribDigit(rib.charAt(i))) % 97;
    }
    long key = 97 - remainder * 100 % 97;
    return of("FR", rib + (key < 10 ? "0" : "") + key);
  }

  /**
   * The IBAN of a country's own account number.
   *
   * @param bban as it stands in the IBAN: letters in capitals and digits
   */
  public static String of(String country, String bban) {
    int check = 98 - remainder(bban + country + "00");
    return country + (check < 10 ? "0" : "") + check + bban;
  }

  /** Letters count from 1 to 9, again from J, and those from S on from 2. */
  private static int ribDigit(char character) {
    if (character <= '9') {
      return character - '0';
    }
    return character < 'S' ? (character - 'A') % 9 + 1 : character - 'S' + 2;
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
