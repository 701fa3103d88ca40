package org.dunlin.sandbox.world;

import java.util.Collection;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The one currency of this world. */
final class Euro {
  static final Money ZERO = Money.zero(CurrencyUnit.EUR);

  private Euro() {}

  static Money cents(long cents) {
    return Money.ofMinor(CurrencyUnit.EUR, cents);
  }

  static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  static Money lesser(Money one, Money other) {
    return one.isLessThan(other) ? one : other;
  }

  /** Two decimals and a point, as XML formats want it. */
  static String text(Money amount) {
    return amount.getAmount().toPlainString();
  }
}
