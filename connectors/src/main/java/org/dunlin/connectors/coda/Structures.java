package org.dunlin.connectors.coda;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dunlin.connectors.bank.ExchangeRates;
import org.dunlin.connectors.text.FixedLine;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Structured communications (annex III): three digits of a type, behind which each type has fields
 * of its own. They only inform, so that what cannot be read of them is left out.
 */
final class Structures {
  private static final int TYPE_CHARACTERS = 3;
  private static final int RATE_DECIMALS = 8;
  private static final int AMOUNT_DECIMALS = 3;
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  private Structures() {}

  /**
   * Reads a communication.
   *
   * @param zone its type and all that stands behind it, in three records
   */
  static Communication read(String zone) {
    FixedLine fields = new FixedLine(zone.substring(TYPE_CHARACTERS), 1);
    String type = zone.substring(0, TYPE_CHARACTERS);
    return switch (type) {
      case "100" -> Communication.reference(fields.field(1, 25), fields.field(26, 146));
      case "101", "102" -> // OGM of the payer; put together by the bank
          Communication.reference(number(fields, 1, 12), fields.field(13, 146));
      case "103" -> // of a cheque or a card
          new Communication(
              null, null, null, null, null, false, number(fields, 1, 12), null, null, null);
      case "105" -> // the amount in its original currency
          new Communication(
              null,
              number(fields, 46, 57),
              null,
              null,
              null,
              false,
              null,
              money(fields, 16, 43),
              rate(fields, 31, 42),
              null);
      case "107" -> domiciliation(fields);
      case "113" -> // a payment by card: when, where, and in which currency
          new Communication(
              null,
              null,
              null,
              null,
              null,
              false,
              null,
              money(fields, 67, 94),
              rate(fields, 82, 93),
              fields.field(41, 66));
      case "114" -> // a payment at one's own terminal
          new Communication(
              fields.field(54, 69),
              null,
              null,
              null,
              null,
              false,
              null,
              null,
              null,
              fields.field(28, 53));
      case "115" -> Communication.reference(number(fields, 94, 105), null); // cash at a terminal
      case "127" -> directDebit(fields);
      default -> Communication.ofBank(FixedLine.words(zone)); // interest, bills, securities …
    };
  }

  /** A Belgian direct debit of before SEPA (DOM80). */
  private static Communication domiciliation(FixedLine fields) {
    String paid = number(fields, 49, 49);
    return new Communication(
        fields.field(19, 48),
        null,
        number(fields, 1, 12),
        number(fields, 50, 60),
        paid,
        paid != null,
        null,
        null,
        null,
        null);
  }

  /** A SEPA direct debit. */
  private static Communication directDebit(FixedLine fields) {
    String refused = number(fields, 9, 9);
    String reason = fields.field(143, 146);
    return new Communication(
        fields.field(80, 141),
        null,
        fields.field(45, 79),
        fields.field(10, 44),
        reason != null ? reason : refused,
        refused != null || number(fields, 142, 142) != null,
        null,
        null,
        null,
        null);
  }

  /** What stands there; null for blanks or zeros, which say nothing. */
  private static @Nullable String number(FixedLine fields, int first, int last) {
    String number = fields.field(first, last);
    return number == null || number.matches("0+") ? null : number;
  }

  private static @Nullable BigDecimal decimal(FixedLine fields, int first, int last, int decimals) {
    String digits = fields.raw(first, last);
    if (!DIGITS.matcher(digits).matches()) {
      return null;
    }
    BigDecimal number = Amounts.decimal(digits, decimals);
    return number.signum() == 0 ? null : number;
  }

  private static @Nullable BigDecimal rate(FixedLine fields, int first, int last) {
    return ExchangeRates.sensible(decimal(fields, first, last, RATE_DECIMALS));
  }

  private static @Nullable Money money(FixedLine fields, int amount, int currency) {
    BigDecimal number = decimal(fields, amount, amount + Amounts.CHARACTERS - 1, AMOUNT_DECIMALS);
    String code = fields.field(currency, currency + 2);
    if (number == null || code == null) {
      return null;
    }
    try {
      CurrencyUnit known = CurrencyUnit.of(code);
      return Money.of(known, number.setScale(known.getDecimalPlaces()));
    } catch (IllegalCurrencyException | ArithmeticException e) {
      return null; // a currency of the past, or more decimals than it has
    }
  }
}
