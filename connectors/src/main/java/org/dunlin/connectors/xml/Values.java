package org.dunlin.connectors.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Dates, amounts and currencies as XML Schema writes them; what is wrong throws a refusal. */
public final class Values {
  /** An xs:date or xs:dateTime: the day, perhaps a time, perhaps an offset. */
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,12})?)?)?(Z|[+-]\\d{2}:\\d{2})?");

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");

  private Values() {}

  /**
   * The day that the text says, as it says it: an offset is not applied, since a day at a bank or
   * on an invoice is that party's day.
   */
  public static LocalDate date(Element element) {
    String text = String.valueOf(element.text());
    Matcher parts = DATE.matcher(text);
    try {
      if (parts.matches()) {
        return LocalDate.parse(parts.group(1));
      }
    } catch (DateTimeException e) {
      // falls through: a day that no calendar has
    }
    throw element.refused(
        "WRONG_DATE", "'" + shown(text) + "' is not a date of the form 2026-11-20");
  }

  /** The currency that the element's text names. */
  public static CurrencyUnit currency(Element element) {
    return currency(element, String.valueOf(element.text()));
  }

  /**
   * The amount of an element with its currency in the attribute. Decimals beyond those of the
   * currency must be zeros.
   */
  public static Money money(Element element, String currencyAttribute) {
    String code = element.attribute(currencyAttribute);
    if (code == null) {
      throw element.refused(
          "MISSING_ATTRIBUTE",
          "the amount has no currency; " + currencyAttribute + " must name it");
    }
    CurrencyUnit currency = currency(element, code);
    BigDecimal amount = decimal(element);
    try {
      return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    } catch (ArithmeticException e) {
      throw element.refused(
          "TOO_MANY_DECIMALS",
          shown(amount.toPlainString())
              + " has more decimals than "
              + currency
              + ", which has "
              + currency.getDecimalPlaces());
    }
  }

  /** The number that the element's text says. */
  public static BigDecimal decimal(Element element) {
    String text = String.valueOf(element.text());
    if (!DECIMAL.matcher(text).matches()) {
      throw element.refused(
          "WRONG_AMOUNT", "'" + shown(text) + "' is not a decimal number such as 1210.00");
    }
    return new BigDecimal(text);
  }

  private static CurrencyUnit currency(Element element, String code) {
    try {
      return CurrencyUnit.of(code);
    } catch (IllegalCurrencyException e) {
      throw element.refused(
          "UNKNOWN_CURRENCY", "'" + shown(code) + "' is not a currency of ISO 4217 such as EUR");
    }
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
