package org.dunlin.sandbox.program.mollie;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A way to pay, with the time that it leaves and what the provider takes for it. */
public enum MollieMethod {
  IDEAL("ideal", "iDEAL", Duration.ofMinutes(15), "0.32", "0"),
  BANCONTACT("bancontact", "Bancontact", Duration.ofHours(1), "0.39", "0"),
  CREDITCARD("creditcard", "Card", Duration.ofMinutes(30), "0.25", "1.80");

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final String id;
  private final String label;
  private final Duration patience;
  private final BigDecimal fixed;
  private final BigDecimal percent;

  MollieMethod(String id, String label, Duration patience, String fixed, String percent) {
    this.id = id;
    this.label = label;
    this.patience = patience;
    this.fixed = new BigDecimal(fixed);
    this.percent = new BigDecimal(percent);
  }

  static Optional<MollieMethod> named(String id) {
    return Arrays.stream(values()).filter(method -> method.id.equals(id)).findFirst();
  }

  String id() {
    return id;
  }

  String label() {
    return label;
  }

  Duration patience() {
    return patience;
  }

  BigDecimal fixed() {
    return fixed;
  }

  BigDecimal percent() {
    return percent;
  }

  /** What the provider keeps of a payment of this amount. */
  Money fee(Money amount) {
    BigDecimal fee = fixed.add(amount.getAmount().multiply(percent).divide(HUNDRED));
    return Money.of(amount.getCurrencyUnit(), fee, RoundingMode.HALF_UP);
  }

  /** What it keeps of a refund. */
  static Money refundFee(CurrencyUnit currency) {
    return Money.of(currency, new BigDecimal("0.25"));
  }

  /** What it keeps of a chargeback. */
  static Money chargebackFee(CurrencyUnit currency) {
    return Money.of(currency, new BigDecimal("15.00"));
  }
}
