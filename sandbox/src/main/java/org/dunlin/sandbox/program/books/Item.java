package org.dunlin.sandbox.program.books;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.Money;

/**
 * A line of a document.
 *
 * @param price of one, without tax
 * @param taxPercent such as 21
 */
public record Item(String description, BigDecimal quantity, Money price, BigDecimal taxPercent) {
  /** Without tax. */
  public Money net() {
    return price.multipliedBy(quantity, RoundingMode.HALF_UP);
  }

  /** The tax of this line alone, rounded. */
  public Money tax() {
    return net().multipliedBy(taxPercent.movePointLeft(2), RoundingMode.HALF_UP);
  }
}
