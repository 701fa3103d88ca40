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

  /** A bank by its name or BIC, before the number of the account. */
  private static final Pattern AT_BANK = Pattern.compile("[A-Z]{4,}[A-Z0-9]*/(.+)");

  private OwnAccount() {}

  static AccountId of(Field field) {
    String text = field.first().toUpperCase(Locale.ROOT);
    String iban = iban(text);
    if (iban != null) {
      return AccountId.ofIban(iban);
    }
    String number = CURRENCY.matcher(text).replaceFirst("").replaceAll("[\\s.]", "");
    if (number.isEmpty()) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          field.line(),
          "field :" + field.tag() + ": names no account; ask the bank for a correct statement");
    }
    Matcher german = GERMAN.matcher(number);
    if (german.matches()) {
      return AccountId.ofIban(Ibans.german(german.group(1), german.group(2)));
    }
    Matcher atBank = AT_BANK.matcher(number);
    return new AccountId(null, atBank.matches() ? atBank.group(1) : number, null);
  }

  /** The IBAN, with or without the currency behind it. */
  private static @Nullable String iban(String text) {
    String compact = text.replaceAll("[\\s]", "");
    String shorter = CURRENCY.matcher(compact).replaceFirst("");
    if (Ibans.holds(compact)) {
      return compact;
    }
    return Ibans.holds(shorter) || Ibans.hasShape(shorter) ? shorter : null;
  }
}
