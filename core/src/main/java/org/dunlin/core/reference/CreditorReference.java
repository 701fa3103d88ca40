package org.dunlin.core.reference;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The structured creditor reference of ISO 11649: {@code RF}, two check digits, and up to 21
 * letters and digits. The check digits are those of ISO 7064 MOD 97-10, as in an IBAN.
 */
public final class CreditorReference {
  private static final Pattern SHAPE = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
  private static final Pattern BASE = Pattern.compile("[A-Z0-9]{1,21}");

  private CreditorReference() {}

  /** The electronic form: upper case, without the blanks that group it in print. */
  public static String normalised(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the text, normalised, is a creditor reference whose check digits hold. */
  public static boolean isValid(String text) {
    String reference = normalised(text);
    if (!SHAPE.matcher(reference).matches()) {
      return false;
    }
    String base = reference.substring(4);
    // Compared with the digits that would be made, not only modulo 97: 00, 01 and 99 are never
    // made.
    return reference.substring(2, 4).equals(CheckDigits.of(base + "RF"));
  }

  /**
   * The creditor reference of a base such as an invoice number.
   *
   * @throws IllegalArgumentException when the base is not 1 to 21 letters (A to Z) and digits,
   *     blanks aside
   */
  public static String of(String base) {
    String normalised = normalised(base);
    if (!BASE.matcher(normalised).matches()) {
      throw new IllegalArgumentException(
          "a creditor reference is made of 1 to 21 letters A to Z and digits, not of: " + base);
    }
    return "RF" + CheckDigits.of(normalised + "RF") + normalised;
  }
}
