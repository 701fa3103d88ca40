package org.dunlin.connectors.mt940;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A balance (fields 60 and 62).
 *
 * @param amount negative where the account is overdrawn
 */
record Balance(Money amount, LocalDate on) {
  private static final Pattern SHAPE =
      Pattern.compile("([CD])([0-9]{6})([A-Z]{3})?([0-9]{1,20}(?:[.,][0-9]*)?)");

  /**
   * Reads a balance.
   *
   * @param known the currency of the account, where an earlier balance said it: some programs leave
   *     it out of the closing one
   */
  static Balance of(Field field, @Nullable CurrencyUnit known) {
    Matcher shape = SHAPE.matcher(field.first());
    CurrencyUnit currency = shape.matches() ? currency(shape, known, field.line()) : null;
    if (currency == null) {
      throw new Refusal(
          "WRONG_FIELD",
          field.line(),
          "field :"
              + field.tag()
              + ": must be C or D, date, currency and amount, such as C261120EUR1210,00; ask the"
              + " bank for a correct statement");
    }
    Money amount = StatementLine.amount(shape.group(4), currency, field.line());
    return new Balance(
        shape.group(1).equals("C") ? amount : amount.negated(),
        TextValues.yymmdd(shape.group(2), field.line()));
  }

  private static @Nullable CurrencyUnit currency(
      Matcher shape, @Nullable CurrencyUnit known, int line) {
    String code = shape.group(3);
    return code == null ? known : TextValues.currency(code, line);
  }
}
