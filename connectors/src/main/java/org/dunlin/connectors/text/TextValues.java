package org.dunlin.connectors.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dunlin.connectors.Refusal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Dates, amounts and currencies as formats of lines write them; what is wrong throws a refusal. */
public final class TextValues {
  /** Two digits from here on are of the century before. */
  private static final int FIRST_OF_LAST_CENTURY = 80;

  private static final Map<String, CurrencyUnit> CURRENCIES =
      CurrencyUnit.registeredCurrencies().stream()
          .collect(Collectors.toUnmodifiableMap(CurrencyUnit::getCode, Function.identity()));

  private TextValues() {}

  /** A day written as year, month and day of two digits each. */
  public static LocalDate yymmdd(String text, int line) {
    if (text.length() == 6 && isDigits(text)) {
      int year = Integer.parseInt(text.substring(0, 2));
      int century = year >= FIRST_OF_LAST_CENTURY ? 1900 : 2000;
      int month = Integer.parseInt(text.substring(2, 4));
      if (month >= 1 && month <= 12) {
        return day(YearMonth.of(century + year, month), text.substring(4), text, line);
      }
    }
    throw wrongDate(text, line);
  }

  /**
   * A day of this month. Banks that count each month as 30 days book on 30 February, and programs
   * end November on its 31st: the last day is meant.
   */
  static LocalDate day(YearMonth month, String digits, String shown, int line) {
    int day = Integer.parseInt(digits);
    int length = month.lengthOfMonth();
    if (day < 1 || day > 31) {
      throw wrongDate(shown, line);
    }
    return month.atDay(Math.min(day, length));
  }

  /** A day written as month and day, in the year in which it is nearest to another day. */
  public static LocalDate mmddNear(String text, LocalDate near, int line) {
    int month = Integer.parseInt(text.substring(0, 2));
    if (month < 1 || month > 12) {
      throw wrongDate(text, line);
    }
    int turn = month - near.getMonthValue();
    int year = turn > 6 ? near.getYear() - 1 : turn < -6 ? near.getYear() + 1 : near.getYear();
    return day(YearMonth.of(year, month), text.substring(2), text, line);
  }

  /** The currency of this code. */
  public static CurrencyUnit currency(String code, int line) {
    CurrencyUnit known = CURRENCIES.get(code);
    if (known == null) {
      throw new Refusal(
          "UNKNOWN_CURRENCY", line, "'" + code + "' is not a currency of ISO 4217 such as EUR");
    }
    return known;
  }

  /** An amount in the currency. Decimals beyond those of the currency must be zeros. */
  public static Money money(CurrencyUnit currency, BigDecimal amount, int line) {
    try {
      return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    } catch (ArithmeticException e) {
      throw new Refusal(
          "TOO_MANY_DECIMALS",
          line,
          amount.toPlainString()
              + " has more decimals than "
              + currency
              + ", which has "
              + currency.getDecimalPlaces());
    }
  }

  private static boolean isDigits(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Refusal wrongDate(String text, int line) {
    return new Refusal("WRONG_DATE", line, "'" + text + "' is not a day that there is");
  }
}
