package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How sure a kind of evidence makes us, from 0 to 1. These are prior estimates, until they are
 * calibrated with what people confirmed and undid. They are ordered by what would have to go wrong:
 * a number with check digits and the amount hardly agree by accident; a number that a person typed
 * may be mistyped into another; an amount that differs takes one proof away.
 */
final class Confidence {
  /** Counts where the company sets no threshold: one wrong automatic line in a hundred at worst. */
  static final BigDecimal DEFAULT_THRESHOLD = new BigDecimal("0.99");

  /** Reference and amount agree: only a payer who copies another invoice of equal amount errs. */
  static final BigDecimal REFERENCE_EQUAL = new BigDecimal("0.9998");

  /** A reference with less money: a part payment, or an old standing order. */
  static final BigDecimal REFERENCE_LESS = new BigDecimal("0.998");

  /** A reference with more money: it may be meant for several invoices of which one is named. */
  static final BigDecimal REFERENCE_MORE = new BigDecimal("0.996");

  /** Number, amount and payer agree: three proofs. */
  static final BigDecimal NUMBER_EQUAL_OF_PAYER = new BigDecimal("0.9995");

  /** Number and amount agree, the payer is nobody we know. */
  static final BigDecimal NUMBER_EQUAL = new BigDecimal("0.998");

  /** Number and amount agree, yet the account is another customer's: parents pay for children. */
  static final BigDecimal NUMBER_EQUAL_OF_OTHER = new BigDecimal("0.993");

  /** Number and payer agree, less money came. */
  static final BigDecimal NUMBER_LESS_OF_PAYER = new BigDecimal("0.996");

  /** Number and payer agree, more money came. */
  static final BigDecimal NUMBER_MORE_OF_PAYER = new BigDecimal("0.995");

  /** A credit note names the invoice in a field of its own; customer and currency agree. */
  static final BigDecimal CREDITED = new BigDecimal("0.9995");

  /** A number alone, with another amount. */
  static final BigDecimal NUMBER_ONLY = new BigDecimal("0.85");

  /** A number that may as well be a year, a date or a count, with nothing that speaks for it. */
  static final BigDecimal WEAK_NUMBER = new BigDecimal("0.5");

  /** Several documents are named, and their sum is not what came. */
  static final BigDecimal SUM_DIFFERS = new BigDecimal("0.6");

  /** Documents of several customers are named, and their sum is what came. */
  static final BigDecimal SUM_OF_SEVERAL_CUSTOMERS = new BigDecimal("0.95");

  private Confidence() {}

  /** One of several that fit equally well. */
  static BigDecimal tie(int alternatives) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(alternatives), 2, RoundingMode.DOWN);
  }
}
