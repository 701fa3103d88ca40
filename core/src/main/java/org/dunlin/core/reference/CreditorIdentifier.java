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
  private static final int NATIONAL = 7;

  private CreditorIdentifier() {}

  /** Upper case, without the blanks that group it in print. */
  public static String normalised(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /** Whether the text, normalised, is a creditor identifier whose check digits hold. */
  public static boolean isValid(String text) {
    String identifier = normalised(text);
    return SHAPE.matcher(identifier).matches()
        && identifier
            .substring(2, 4)
            .equals(CheckDigits.of(identifier.substring(NATIONAL) + identifier.substring(0, 2)));
  }
}
