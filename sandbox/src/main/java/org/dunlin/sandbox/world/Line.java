package org.dunlin.sandbox.world;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A line of an invoice.
 *
 * @param unit as in UN/ECE Recommendation 20
 * @param percent the VAT rate, 0 where the buyer accounts for it
 */
record Line(String name, String unit, BigDecimal quantity, Money price, BigDecimal percent) {
  Money net() {
    return price.multipliedBy(quantity, RoundingMode.HALF_UP);
  }
}
