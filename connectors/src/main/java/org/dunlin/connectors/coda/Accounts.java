package org.dunlin.connectors.coda;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** The numbers of accounts, own ones (record 1, by its structure code) and others (record 2.3). */
final class Accounts {
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Pattern NOTHING = Pattern.compile("[0 ]+");

  private Accounts() {}

  /** The account of a statement. */
  static AccountId own(FixedLine line) {
    String number =
        switch (line.at(2)) {
          case '0' -> line.raw(6, 17); // a Belgian account number
          case '1' -> line.raw(6, 39); // a foreign one
          case '2' -> line.raw(6, 36); // a Belgian IBAN
          case '3' -> line.raw(6, 39); // a foreign IBAN
          default ->
              throw new Refusal(
                  "WRONG_CODE",
                  line.number(),
                  "'"
                      + line.at(2)
                      + "' is no structure of an account number, which is 0 to 3; ask the bank for"
                      + " a correct file");
        };
    AccountId account = of(number);
    if (account == null) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          line.number(),
          "the old balance names no account; ask the bank for a correct file");
    }
    return account;
  }

  /** Where the currency of the account begins. */
  static int currencyPosition(FixedLine line) {
    return line.at(2) == '0' ? 19 : 40;
  }

  /** The account of the other party; null where there is none. */
  static @Nullable AccountId other(FixedLine line) {
    return of(line.raw(11, 44));
  }

  /** An IBAN, also of a Belgian number; another number as it stands; null for none. */
  private static @Nullable AccountId of(String raw) {
    String number = FixedLine.words(raw);
    if (number == null || NOTHING.matcher(number).matches()) {
      return null;
    }
    String compact = number.replace(" ", "").toUpperCase(Locale.ROOT);
    if (Ibans.holds(compact) || IBAN.matcher(number).matches()) {
      return AccountId.ofIban(compact);
    }
    String belgian = Ibans.belgian(compact);
    return belgian != null ? AccountId.ofIban(belgian) : new AccountId(null, number, null);
  }
}
