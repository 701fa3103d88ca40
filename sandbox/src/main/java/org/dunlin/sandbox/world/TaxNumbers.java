package org.dunlin.sandbox.world;

import java.util.Locale;

/** VAT and registration numbers that pass their countries' check digits and belong to nobody. */
final class TaxNumbers {
  private TaxNumbers() {}

  /**
   * The VAT number of a company: eleven test (NL), modulo 97 (BE, GB), ISO 7064 MOD 11,10 (DE),
   * Luhn and modulo 97 (FR).
   */
  static String vat(String country, Chance chance) {
    return switch (country) {
      case "NL" -> "NL" + dutch(chance) + "B01";
      case "BE" -> "BE" + belgian(chance);
      case "DE" -> "DE" + german("9" + chance.digits(7));
      case "FR" -> "FR" + french("00" + chance.digits(6));
      case "GB" -> "GB" + british("00" + chance.digits(5));
      default -> throw new IllegalArgumentException("no VAT numbers for " + country);
    };
  }

  /** Nine digits: the weighted sum of the first eight modulo 11 is the ninth. */
  private static String dutch(Chance chance) {
    while (true) {
      String eight = "8" + chance.digits(7);
      int sum = 0;
      for (int i = 0; i < 8; i++) {
        sum += (9 - i) * Character.digit(eight.charAt(i), 10);
      }
      if (sum % 11 != 10) {
        return eight + sum % 11;
      }
    }
  }

  private static String belgian(Chance chance) {
    String eight = "0" + chance.between(4, 7) + chance.digits(6);
    return eight + String.format(Locale.ROOT, "%02d", 97 - Integer.parseInt(eight) % 97);
  }

  private static String german(String eight) {
    int product = 10;
    for (int i = 0; i < 8; i++) {
      int sum = (Character.digit(eight.charAt(i), 10) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return eight + (11 - product) % 10;
  }

  /** Two digits over the SIREN, whose ninth digit is that of Luhn. */
  private static String french(String eight) {
    int sum = 0;
    for (int i = 0; i < 8; i++) {
      int digit = Character.digit(eight.charAt(i), 10) * (i % 2 == 0 ? 1 : 2);
      sum += digit > 9 ? digit - 9 : digit;
    }
    String siren = eight + (10 - sum % 10) % 10;
    int key = (int) ((12 + 3 * (Long.parseLong(siren) % 97)) % 97);
    return String.format(Locale.ROOT, "%02d", key) + siren;
  }

  /** The first seven digits, weighted 8 to 2, and the last two together are divisible by 97. */
  private static String british(String seven) {
    int sum = 0;
    for (int i = 0; i < 7; i++) {
      sum += (8 - i) * Character.digit(seven.charAt(i), 10);
    }
    return seven + String.format(Locale.ROOT, "%02d", 97 - sum % 97);
  }
}
