package org.dunlin.sandbox.program.moneybird;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.Money;

/** Amounts and moments as Moneybird writes them. */
final class MoneybirdFormats {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private MoneybirdFormats() {}

  /** With at least one decimal, and no more than there are: {@code 363.0}. */
  static String amount(Money money) {
    BigDecimal amount = money.getAmount().stripTrailingZeros();
    return (amount.scale() < 1 ? amount.setScale(1) : amount).toPlainString();
  }

  static String moment(Instant instant) {
    return MILLIS.format(instant);
  }
}
