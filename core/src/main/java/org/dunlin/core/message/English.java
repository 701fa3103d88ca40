package org.dunlin.core.message;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts, dates and lists as an English reader expects them. */
final class English {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private English() {}

  /** Such as {@code EUR 1,210.00}, with as many decimals as the currency has. */
  static String amount(Money money) {
    return money.getCurrencyUnit().getCode()
        + " "
        + String.format(Locale.ENGLISH, "%,." + money.getScale() + "f", money.getAmount());
  }

  /** Such as {@code 20 November 2026}. */
  static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** Such as {@code one, two and three}. */
  static String list(List<String> parts) {
    if (parts.size() == 1) {
      return parts.getFirst();
    }
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
  }
}
