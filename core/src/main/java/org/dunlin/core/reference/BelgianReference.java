package org.dunlin.core.reference;

import java.util.regex.Pattern;

/**
 * The structured communication of Belgian transfers (OGM, VCS; Febelfin): ten digits and two check
 * digits, which are the remainder of the ten modulo 97, or 97 where that is 0. In print it is
 * {@code +++090/9337/55493+++} or the same between asterisks; people leave these marks out.
 */
public final class BelgianReference {
  private static final Pattern SHAPE =
      Pattern.compile(
          "[0-9]{12}"
              + "|[0-9]{3}/[0-9]{4}/[0-9]{5}"
              + "|\\+{3}[0-9]{3}/?[0-9]{4}/?[0-9]{5}\\+{3}"
              + "|\\*{3}[0-9]{3}/?[0-9]{4}/?[0-9]{5}\\*{3}");

  private static final int MODULUS = 97;

  private BelgianReference() {}

  /** Whether the text is such a reference, plain or as printed, whose check digits hold. */
  public static boolean isValid(String text) {
    if (!SHAPE.matcher(text.strip()).matches()) {
      return false;
    }
    String digits = text.replaceAll("[^0-9]", "");
    long base = Long.parseLong(digits.substring(0, 10));
    long remainder = base % MODULUS;
    return Long.parseLong(digits.substring(10)) == (remainder == 0 ? MODULUS : remainder);
  }
}
