package org.dunlin.core.reference;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The SEPA creditor identifier, by which a creditor collects direct debits (EPC262-08): a country,
 * two check digits (ISO 7064 MOD 97-10), a business code of three characters that the check leaves
 * out, and an identifier of the country's own of up to 28.
 */
public final class CreditorIdentifier {
  private static final Pattern SHAPE = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{3}[A-Z0-9]{1,28}");

  private CreditorIdentifier() {}

  /** Upper case, without the blanks that group it in print. */
  public static String normalised(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /**
   * Whether the text, normalised, is of the shape. The check digits are left to the bank that gave
   * the identifier: the hub has no other to put in its place.
   */
  public static boolean hasShape(String text) {
    return SHAPE.matcher(normalised(text)).matches();
  }

  /**
   * Whether its check digits hold (ISO 7064 MOD 97-10 over the country's own identifier and the
   * country, without the business code), so that a bank takes a file that bears it.
   */
  public static boolean holds(String text) {
    String plain = normalised(text);
    return hasShape(plain)
        && CheckDigits.of(plain.substring(7) + plain.substring(0, 2)).equals(plain.substring(2, 4));
  }
}
