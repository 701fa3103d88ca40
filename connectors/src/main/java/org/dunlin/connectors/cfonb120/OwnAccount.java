package org.dunlin.connectors.cfonb120;

import java.util.Locale;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.Ibans;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;

/**
 * The account of a statement: bank, branch and number, which with their key are its RIB and, behind
 * the country, its IBAN (CFONB, migration from RIB to IBAN). The country is France, overseas
 * included; that an account is in Monaco, whose banks have French codes, does not stand in the
 * file.
 */
final class OwnAccount {
  private static final Pattern RIB = Pattern.compile("[0-9]{10}[0-9A-Z]{11}");

  private OwnAccount() {}

  static AccountId of(FixedLine line) {
    String bank = line.raw(3, 7) + line.raw(12, 16);
    String number = line.raw(22, 32).toUpperCase(Locale.ROOT);
    if (number.isBlank()) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          line.number(),
          "the old balance names no account; ask the bank for a correct file");
    }
    String rib = bank + number;
    return RIB.matcher(rib).matches()
        ? AccountId.ofIban(Ibans.french(rib))
        : new AccountId(null, rib.replace(" ", ""), null);
  }
}
