package org.dunlin.connectors.coda;

import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.FixedLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Holds what was read of a statement against what the trailer says (record 9): how many records,
 * and the sums of the movements whose detail number is 0000.
 */
final class ControlTotals {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{6}");

  private Money debit;
  private Money credit;
  private int records;

  ControlTotals(CurrencyUnit currency) {
    debit = Money.zero(currency);
    credit = Money.zero(currency);
  }

  /** Counts a record 1, 2.1 to 2.3, 3.1 to 3.3 or 8. */
  void count() {
    records++;
  }

  /** Adds an entry; negative for a debit. */
  void add(Money signed) {
    if (signed.isNegative()) {
      debit = debit.minus(signed);
    } else {
      credit = credit.plus(signed);
    }
  }

  /** Refuses the statement where the trailer says something else. */
  void check(FixedLine trailer) {
    same(trailer, "debits", Amounts.plain(trailer, 23, debit.getCurrencyUnit()), debit);
    same(trailer, "credits", Amounts.plain(trailer, 38, credit.getCurrencyUnit()), credit);
    String number = trailer.raw(17, 22);
    // Some banks count fewer, since they leave out what they added later; more is what got lost.
    if (NUMBER.matcher(number).matches() && Integer.parseInt(number) > records) {
      throw differs(
          trailer,
          "the trailer counts " + Integer.parseInt(number) + " records, and " + records + " came");
    }
  }

  private static void same(FixedLine trailer, String what, Money said, Money came) {
    if (!said.equals(came)) {
      throw differs(
          trailer,
          "the trailer says "
              + said.getAmount().toPlainString()
              + " of "
              + what
              + ", and "
              + came.getAmount().toPlainString()
              + " came");
    }
  }

  private static Refusal differs(FixedLine trailer, String sentence) {
    return new Refusal(
        "CONTROL_TOTAL_DIFFERS",
        trailer.number(),
        sentence + "; ask the bank for the complete file");
  }
}
