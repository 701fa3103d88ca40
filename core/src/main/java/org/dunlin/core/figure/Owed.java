package org.dunlin.core.figure;

import org.joda.money.Money;

/**
 * What customers owe in one currency, less the credit notes that nobody has used yet: sales are
 * counted less credit notes, and both must be counted alike.
 *
 * @param open all of it; never negative
 * @param notDue what of it is not due; never more than {@code open}
 */
public record Owed(Money open, Money notDue) {
  /** Throws {@link IllegalArgumentException} where less than nothing is open or not due. */
  public Owed {
    if (notDue.isNegative() || notDue.isGreaterThan(open)) {
      throw new IllegalArgumentException("Not due is " + notDue + " of " + open + " that is open.");
    }
  }

  /** What is owed, less credit; credit takes off what is overdue first. */
  public static Owed lessCredit(Money open, Money notDue, Money credit) {
    Money zero = Money.zero(open.getCurrencyUnit());
    Money left = open.isGreaterThan(credit) ? open.minus(credit) : zero;
    return new Owed(left, notDue.isGreaterThan(left) ? left : notDue);
  }
}
