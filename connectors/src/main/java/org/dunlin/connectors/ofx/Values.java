package org.dunlin.connectors.ofx;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.connectors.xml.Element;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Dates and amounts as OFX writes them (sections 3.2.8 and 3.2.9). */
final class Values {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2200;
  private static final int SHOWN_CHARACTERS = 40;

  /** A day, perhaps with a time, perhaps with the zone in which both are. */
  private static final Pattern DATE =
      Pattern.compile(
          "([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{2}){0,3}(?:[.:,][0-9]{1,6})?\\s*"
              + "(?:\\[[^\\]]{0,40}\\]?)?");

  private static final Pattern AMOUNT =
      Pattern.compile("([+-]?)\\s?([0-9]{1,15})?(?:[.,]([0-9]{0,8}))?");

  private Values() {}

  /**
   * The day that the text says, as it says it: without a zone it would be Greenwich's, but no bank
   * means that, and a day at a bank is the bank's day.
   */
  static LocalDate day(Element element) {
    String text = String.valueOf(element.text());
    Matcher date = DATE.matcher(text);
    if (date.matches()) {
      int year = Integer.parseInt(date.group(1));
      try {
        LocalDate day =
            LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
        if (year >= FIRST_YEAR && year <= LAST_YEAR) {
          return day;
        }
      } catch (DateTimeException e) {
        // refused below: a day that no calendar has
      }
    }
    throw element.refused(
        "WRONG_DATE",
        "'"
            + shown(text)
            + "' is not a date such as 20261120 or 20261120093000.000[+1:CET], in the years "
            + FIRST_YEAR
            + " to "
            + LAST_YEAR);
  }

  /** The amount, in the perspective of the account's owner: negative where money left. */
  static Money money(Element element, CurrencyUnit currency) {
    return TextValues.money(currency, decimal(element), element.line());
  }

  private static BigDecimal decimal(Element element) {
    BigDecimal number = readable(element);
    if (number == null) {
      throw element.refused(
          "WRONG_AMOUNT",
          "'" + shown(String.valueOf(element.text())) + "' is not an amount such as -1210.00");
    }
    return number;
  }

  /**
   * A number with a point or a comma before its decimals, and nothing between its thousands; null
   * where it is none.
   */
  static @Nullable BigDecimal readable(Element element) {
    Matcher amount = AMOUNT.matcher(String.valueOf(element.text()));
    if (!amount.matches() || (amount.group(2) == null && amount.group(3) == null)) {
      return null;
    }
    String decimals = amount.group(3) == null ? "" : amount.group(3);
    String whole = amount.group(2) == null ? "0" : amount.group(2);
    BigDecimal number = new BigDecimal(whole + "." + decimals + "0");
    return amount.group(1).equals("-") ? number.negate() : number;
  }

  private static String shown(String text) {
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
