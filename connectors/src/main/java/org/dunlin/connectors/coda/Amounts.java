package org.dunlin.connectors.coda;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Amounts: 15 digits, of which three are decimals, and a sign before them (0 credit, 1 debit). */
final class Amounts {
  static final int CHARACTERS = 15;
  private static final int DECIMALS = 3;
  private static final Pattern DIGITS = Pattern.compile("[0-9]{15}");

  private Amounts() {}

  /**
   * The amount, negative for a debit.
   *
   * @param sign the position of the sign, behind which the amount stands
   */
  static Money signed(FixedLine line, int sign, CurrencyUnit currency) {
    Money amount = plain(line, sign + 1, currency);
    return switch (line.at(sign)) {
      case '0' -> amount;
      case '1' -> amount.negated();
      default ->
          throw new Refusal(
              "WRONG_CODE",
              line.number(),
              "'"
                  + line.at(sign)
                  + "' before the amount is no sign, which is 0 for credit and 1 for debit; ask the"
                  + " bank for a correct file");
    };
  }

  /** The amount that begins at the position. */
  static Money plain(FixedLine line, int first, CurrencyUnit currency) {
    String digits = line.raw(first, first + CHARACTERS - 1);
    if (!DIGITS.matcher(digits).matches()) {
      throw new Refusal(
          "WRONG_AMOUNT",
          line.number(),
          "'" + digits + "' is not an amount of 15 digits; ask the bank for a correct file");
    }
    return TextValues.money(currency, decimal(digits, DECIMALS), line.number());
  }

  /** The number that the digits are, so many of them behind the point. */
  static BigDecimal decimal(String digits, int decimals) {
    return new BigDecimal(digits).movePointLeft(decimals);
  }
}
