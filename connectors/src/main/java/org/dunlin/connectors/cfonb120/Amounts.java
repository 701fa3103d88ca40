package org.dunlin.connectors.cfonb120;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Amounts of 14 digits, the last of which has the sign on it: an overpunch, {@code {} and A to I
 * for 0 to 9 of a credit, {@code }} and J to R for those of a debit.
 */
final class Amounts {
  private static final int FIRST = 91;
  private static final int LAST = 104;
  private static final int DECIMALS = 20;

  /**
   * Behind the braces, what these become where the file went through a French EBCDIC (page 297).
   */
  private static final String CREDITS = "{ABCDEFGHI\u00e9";

  private static final String DEBITS = "}JKLMNOPQR\u00e8";
  private static final int BRACE_AGAIN = 10;
  private static final Pattern DIGITS = Pattern.compile("[0-9]*");

  private Amounts() {}

  /** The amount of a record, negative for a debit. */
  static Money signed(FixedLine line, CurrencyUnit currency) {
    String text = line.raw(FIRST, LAST);
    char last = line.at(LAST);
    int credit = CREDITS.indexOf(last);
    int debit = DEBITS.indexOf(last);
    String leading = text.substring(0, text.length() - 1).strip();
    int places = Character.digit(line.at(DECIMALS), 10);
    if ((credit < 0 && debit < 0) || !DIGITS.matcher(leading).matches() || places < 0) {
      throw new Refusal(
          "WRONG_AMOUNT",
          line.number(),
          "'"
              + text.strip()
              + "' is not an amount of 14 characters whose last one has the sign, such as"
              + " 0000000012100{, with its decimals before the account; ask the bank for a correct"
              + " file");
    }
    int digit = Math.max(credit, debit) % BRACE_AGAIN;
    BigDecimal amount = new BigDecimal(leading + digit).movePointLeft(places);
    Money money = TextValues.money(currency, amount, line.number());
    return debit < 0 ? money : money.negated();
  }
}
