package org.dunlin.connectors.mt940;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The account of a statement (field 25). */
final class OwnAccount {
  /** Banks append the currency, with or without a blank. */
  private static final Pattern CURRENCY = Pattern.compile("\\s*/?[A-Z]{3}$");

  private static final Pattern GERMAN = Pattern.compile("([1-9][0-9]{7})/0*([0-9]{1,10})");

  private OwnAccount() {}

  static AccountId of(Field field) {
    String text = field.first().toUpperCase(Locale.ROOT);
    String iban = iban(text);
    if (iban != null) {
      return AccountId.ofIban(iban);
    }
    String number = CURRENCY.matcher(text).replaceFirst("").strip();
    if (number.isEmpty()) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          field.line(),
          "field :" + field.tag() + ": names no account; ask the bank for a correct statement");
    }
    Matcher german = GERMAN.matcher(number);
    return german.matches()
        ? AccountId.ofIban(Ibans.german(german.group(1), german.group(2)))
        : new AccountId(null, number.substring(number.lastIndexOf('/') + 1), null);
  }

  private static @Nullable String iban(String text) {
    String compact = text.replaceAll("\\s", "");
    if (Ibans.holds(compact)) {
      return compact;
    }
    String shorter = CURRENCY.matcher(compact).replaceFirst("");
    return Ibans.holds(shorter) ? shorter : null;
  }
}
