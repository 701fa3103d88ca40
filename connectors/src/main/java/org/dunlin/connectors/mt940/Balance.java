package org.dunlin.connectors.mt940;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A balance (fields 60 and 62).
 *
 * @param amount negative where the account is overdrawn
 */
record Balance(Money amount, LocalDate on) {
  private static final Pattern SHAPE =
      Pattern.compile("([CD])([0-9]{6})([A-Z]{3})([0-9]{1,20}(?:[.,][0-9]*)?)");

  static Balance of(Field field) {
    Matcher shape = SHAPE.matcher(field.first());
    if (!shape.matches()) {
      throw new Refusal(
          "WRONG_FIELD",
          field.line(),
          "field :"
              + field.tag()
              + ": must be C or D, date, currency and amount, such as C261120EUR1210,00; ask the"
              + " bank for a correct statement");
    }
    CurrencyUnit currency = TextValues.currency(shape.group(3), field.line());
    Money amount = StatementLine.amount(shape.group(4), currency, field.line());
    return new Balance(
        shape.group(1).equals("C") ? amount : amount.negated(),
        TextValues.yymmdd(shape.group(2), field.line()));
  }
}
