package org.dunlin.connectors.invoice;

import java.math.BigDecimal;
import org.joda.money.Money;

/**
 * What a document is about (BT-112) and what is payable of it (BT-115), with the sign that it gives
 * them. What is payable must be certain, so a document that contradicts itself is refused: see
 * {@link Calculation}.
 */
record Totals(Money total, Money payable) {
  private static final int DIGITS_MAX = 18;

  static Totals of(Figures figures) {
    Calculation calculation = new Calculation(figures);
    BigDecimal between = calculation.between();
    Money total = figures.total();
    Money payable = figures.payable();
    if (total == null) {
      if (payable == null) {
        throw figures.at().missing("the amount that is payable (BT-115)");
      }
      total = money(figures, calculation.rounded(payable.getAmount().add(between)));
    } else if (payable == null) {
      payable = money(figures, calculation.rounded(total.getAmount().subtract(between)));
    }
    calculation.check(total, payable);
    return new Totals(total, payable);
  }

  Totals negated() {
    return new Totals(total.negated(), payable.negated());
  }

  /** Whether the document takes back what its kind says that it claims. */
  boolean negative() {
    return total.isNegative() || (total.isZero() && payable.isNegative());
  }

  private static Money money(Figures figures, BigDecimal amount) {
    if (amount.precision() - amount.scale() > DIGITS_MAX) {
      throw figures
          .at()
          .refused("WRONG_AMOUNT", "with what was prepaid, what is payable has too many digits");
    }
    return Money.of(figures.currency(), amount);
  }
}
