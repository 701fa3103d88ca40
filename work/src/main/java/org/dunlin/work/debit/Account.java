package org.dunlin.work.debit;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.Ibans;
import org.jspecify.annotations.Nullable;

/**
 * An account that can be debited, as it was checked.
 *
 * @param iban in capitals, without blanks
 */
record Account(String iban, @Nullable String bic, String holder) {
  private static final int LONGEST_HOLDER = 70;
  private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");

  /** Countries of the SEPA schemes (EPC409-09, list of SEPA scheme countries), by their IBANs. */
  private static final Set<String> SEPA =
      Set.of(
          "AD", "AL", "AT", "BE", "BG", "CH", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB",
          "GI", "GR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MD", "ME", "MK",
          "MT", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK", "SM", "VA");

  /**
   * Checks what was typed.
   *
   * @throws NotTaken when it is no account that SEPA reaches
   */
  static Account of(@Nullable String iban, @Nullable String bic, @Nullable String holder) {
    String plain = plain(iban);
    NotTaken.unless(Ibans.holds(plain), Refusal.WRONG_IBAN);
    NotTaken.unless(SEPA.contains(plain.substring(0, 2)), Refusal.NOT_IN_SEPA);
    String bank = plain(bic);
    NotTaken.unless(bank.isEmpty() || BIC.matcher(bank).matches(), Refusal.WRONG_BIC);
    String name = holder == null ? "" : holder.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    NotTaken.unless(!name.isEmpty() && name.length() <= LONGEST_HOLDER, Refusal.NO_HOLDER);
    return new Account(plain, bank.isEmpty() ? null : bank, name);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }
}
