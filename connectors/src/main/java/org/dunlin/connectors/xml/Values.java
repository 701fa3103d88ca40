package org.dunlin.connectors.xml;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Dates, amounts and currencies as XML Schema writes them; what is wrong throws a refusal. */
public final class Values {
  private static final int FIRST_YEAR = 1990;
  private static final int LAST_YEAR = 2200;
  private static final int DAY_CHARACTERS = "2026-11-20".length();

  /** What may follow the day in an xs:date or xs:dateTime: perhaps a time, perhaps an offset. */
  private static final Pattern TIME =
      Pattern.compile("(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,12})?)?)?(Z|[+-]\\d{2}:\\d{2})?");

  private static final Pattern DIGITS = Pattern.compile("\\d{8}(\\d{4}(\\d{2})?)?");

  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})");

  /** Digits that surely fit a long, also after decimals that are missing were added. */
  private static final int PLAIN_CHARACTERS_MAX = 14;

  private static final Map<String, CurrencyUnit> CURRENCIES =
      CurrencyUnit.registeredCurrencies().stream()
          .collect(Collectors.toUnmodifiableMap(CurrencyUnit::getCode, Function.identity()));

  private Values() {}

  /**
   * The day that the text says, as it says it: an offset is not applied, since a day at a bank or
   * on an invoice is that party's day.
   */
  public static LocalDate date(Element element) {
    String text = String.valueOf(element.text());
    try {
      LocalDate day = day(text);
      if (day != null) {
        return ofBusiness(element, day);
      }
    } catch (DateTimeException e) {
      // falls through: a day that no calendar has
    }
    throw element.refused(
        "WRONG_DATE", "'" + shown(text) + "' is not a date of the form 2026-11-20");
  }

  /**
   * The day that the text says in digits alone (UN/EDIFACT 2379: 102, 203, 204), perhaps with a
   * time behind it, or as {@link #date} reads it.
   */
  public static LocalDate dateInDigits(Element element) {
    String text = String.valueOf(element.text());
    if (!DIGITS.matcher(text).matches()) {
      return date(element);
    }
    try {
      int month = number(text, 4, 6);
      return ofBusiness(element, LocalDate.of(number(text, 0, 4), month, number(text, 6, 8)));
    } catch (DateTimeException e) {
      throw element.refused("WRONG_DATE", "'" + text + "' is not a date of the form 20261120");
    }
  }

  /** A year that is mistyped would keep an invoice from ever being due, or make it long overdue. */
  private static LocalDate ofBusiness(Element element, LocalDate day) {
    if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
      throw element.refused(
          "WRONG_DATE",
          day
              + " is not in the years "
              + FIRST_YEAR
              + " to "
              + LAST_YEAR
              + ", in which every invoice and payment lies");
    }
    return day;
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
    return money(element, currency(element, code));
  }

  /**
   * The amount of an element in this currency. Decimals beyond those of the currency must be zeros.
   */
  public static Money money(Element element, CurrencyUnit currency) {
    long minor = plainMinor(String.valueOf(element.text()), currency.getDecimalPlaces());
    if (minor >= 0) {
      return Money.ofMinor(currency, minor);
    }
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
    CurrencyUnit known = CURRENCIES.get(code);
    if (known == null) {
      throw element.refused(
          "UNKNOWN_CURRENCY", "'" + shown(code) + "' is not a currency of ISO 4217 such as EUR");
    }
    return known;
  }

  /** The day at the beginning of the text; null where the text is of another form. */
  private static @Nullable LocalDate day(String text) {
    if (text.length() < DAY_CHARACTERS || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    boolean timeOnly =
        text.length() == DAY_CHARACTERS
            || TIME.matcher(text).region(DAY_CHARACTERS, text.length()).matches();
    return year < 0 || month < 0 || day < 0 || !timeOnly ? null : LocalDate.of(year, month, day);
  }

  /** The digits from one place to before another as a number; negative where not all are digits. */
  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  /**
   * The amount in the currency's smallest unit, for nearly every amount there is: some digits, with
   * no more decimals than the currency has. Negative for any other text, which is not thereby
   * wrong.
   */
  private static long plainMinor(String text, int places) {
    int point = text.indexOf('.');
    int decimals = point < 0 ? 0 : text.length() - point - 1;
    if (point == 0 || decimals > places || text.length() > PLAIN_CHARACTERS_MAX) {
      return -1;
    }
    long minor = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (i != point && (digit < 0 || digit > 9)) {
        return -1;
      }
      minor = i == point ? minor : minor * 10 + digit;
    }
    for (int i = decimals; i < places; i++) {
      minor *= 10;
    }
    return minor;
  }

  private static String shown(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
