package org.dunlin.connectors.bai2;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The fields of a record, from the first to the last. */
final class Fields {
  /** Where a record goes on in another: the end of a field, or a blank within the text. */
  static final char CONTINUED = '\u0001';

  private static final Pattern AMOUNT = Pattern.compile("[+-]?[0-9]{1,18}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern BLANKS = Pattern.compile("[\\s" + CONTINUED + "]+");

  private final String text;
  private final int line;
  private int position;

  Fields(String text, int line) {
    this.text = text;
    this.line = line;
  }

  int line() {
    return line;
  }

  /** Whether anything but empty fields is left. */
  boolean hasMore() {
    for (int i = position; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each != ',' && each != CONTINUED && each != ' ') {
        return true;
      }
    }
    return false;
  }

  /** The next field; empty where there is none. */
  String next() {
    int end = position;
    while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != CONTINUED) {
      end++;
    }
    String field = position > text.length() ? "" : text.substring(position, end).strip();
    position = end + 1;
    return field;
  }

  /** The next field, where it says anything. */
  @Nullable String given() {
    String field = next();
    return field.isEmpty() ? null : field;
  }

  /** All that is left, which may have commas; absent where there is nothing. */
  @Nullable String rest() {
    String rest =
        position >= text.length()
            ? ""
            : BLANKS.matcher(text.substring(position)).replaceAll(" ").strip();
    return rest.isEmpty() ? null : rest;
  }

  /** A whole number of the smallest units of a currency; absent where the field is empty. */
  @Nullable BigInteger amount() {
    String field = next();
    if (field.isEmpty()) {
      return null;
    }
    if (!AMOUNT.matcher(field).matches()) {
      throw new Refusal(
          "WRONG_AMOUNT",
          line,
          "'"
              + field
              + "' is not an amount in whole units such as cents; ask the bank for a"
              + " correct file");
    }
    return new BigInteger(field.startsWith("+") ? field.substring(1) : field);
  }

  /** A number of records; absent where the field is empty. */
  @Nullable Integer count() {
    String field = next();
    if (field.isEmpty()) {
      return null;
    }
    if (!COUNT.matcher(field).matches()) {
      throw new Refusal(
          "WRONG_FIELD",
          line,
          "'" + field + "' is not a number of records; ask the bank for a correct file");
    }
    return Integer.valueOf(field);
  }

  /**
   * Passes over when the money is available; the value date where one is said. S has three amounts,
   * D so many pairs of days and amount as it says, V a date and a time.
   */
  @Nullable LocalDate funds() {
    switch (next()) {
      case "S" -> skip(3);
      case "D" -> {
        Integer pairs = count();
        skip(pairs == null ? 0 : 2 * pairs);
      }
      case "V" -> {
        String day = next();
        next();
        return day.isEmpty() ? null : TextValues.yymmdd(day, line);
      }
      case "", "Z", "0", "1", "2" -> {
        // nothing follows
      }
      case String other ->
          throw new Refusal(
              "WRONG_CODE",
              line,
              "'"
                  + other
                  + "' is not a type of funds (0, 1, 2, S, V, D, Z); ask the bank for a"
                  + " correct file");
    }
    return null;
  }

  /** The amount as money: the currency says how many of its digits are decimals. */
  static Money money(CurrencyUnit currency, BigInteger units) {
    return Money.of(currency, new BigDecimal(units, currency.getDecimalPlaces()));
  }

  private void skip(int fields) {
    for (int i = 0; i < fields && position <= text.length(); i++) {
      next();
    }
  }
}
