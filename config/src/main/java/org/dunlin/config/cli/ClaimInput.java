package org.dunlin.config.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.dunlin.core.claim.PartPayment;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;

/** Amounts and days as people type them; what cannot be read is an IllegalArgumentException. */
final class ClaimInput {
  private final CurrencyUnit currency;

  ClaimInput(String code) {
    try {
      currency = CurrencyUnit.of(code.toUpperCase(Locale.ROOT));
    } catch (IllegalCurrencyException e) {
      throw new IllegalArgumentException("--currency takes a code such as EUR, not " + code, e);
    }
  }

  Money amount(String text) {
    if (!text.matches("\\d{1,15}(\\.\\d+)?")) {
      throw new IllegalArgumentException("an amount is written as 1000.00, not " + text);
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.stripTrailingZeros().scale() > currency.getDecimalPlaces()) {
      throw new IllegalArgumentException(
          text + " has more decimals than " + currency.getCode() + " has");
    }
    return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
  }

  /** The day before the equals sign. */
  LocalDate day(String text) {
    int sign = text.indexOf('=');
    try {
      return LocalDate.parse(text.substring(0, Math.max(sign, 0)));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("write 2025-08-01=400.00, not " + text, e);
    }
  }

  /** What stands behind the equals sign. */
  static String after(String text) {
    return text.substring(text.indexOf('=') + 1);
  }

  List<PartPayment> payments(List<String> texts) {
    return texts.stream().map(text -> new PartPayment(day(text), amount(after(text)))).toList();
  }
}
