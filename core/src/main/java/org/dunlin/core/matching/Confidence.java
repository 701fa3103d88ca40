package org.dunlin.core.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.dunlin.core.model.Company;

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

  /** Reference and amount agree once discount, credit notes or rounding are reckoned with. */
  static final BigDecimal REFERENCE_FULL = new BigDecimal("0.9995");

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

  /** Number, payer and, with discount, credit notes or rounding, the amount agree. */
  static final BigDecimal NUMBER_FULL_OF_PAYER = new BigDecimal("0.9985");

  /** A number, and little less than its amount, as banks on the way leave. */
  static final BigDecimal NUMBER_CHARGED = new BigDecimal("0.991");

  /** Number and payer agree, less money came. */
  static final BigDecimal NUMBER_LESS_OF_PAYER = new BigDecimal("0.996");

  /** Number and payer agree, more money came. */
  static final BigDecimal NUMBER_MORE_OF_PAYER = new BigDecimal("0.995");

  /** What is listed of the payer's invoices adds up to the amount. */
  static final BigDecimal LISTED = new BigDecimal("0.998");

  /** With what lies between two numbers it adds up to the amount. */
  static final BigDecimal RANGED = new BigDecimal("0.997");

  /** Order number, amount and payer agree. */
  static final BigDecimal ORDER_OF_PAYER = new BigDecimal("0.998");

  /** Order number and amount agree. */
  static final BigDecimal ORDER = new BigDecimal("0.995");

  /** A number with one typing error, amount and payer agree. */
  static final BigDecimal NEAR = new BigDecimal("0.996");

  /** What is named is in another currency: at which rate it was paid a person knows. */
  static final BigDecimal OTHER_CURRENCY = new BigDecimal("0.4");

  /** An amount alone, whoever pays. */
  static final BigDecimal AMOUNT_ONLY = new BigDecimal("0.2");

  /** What a payer owes, earliest due first. */
  static final BigDecimal ON_ACCOUNT = new BigDecimal("0.3");

  /** A credit note names the invoice in a field of its own; customer and currency agree. */
  static final BigDecimal CREDITED = new BigDecimal("0.9995");

  /** A credit note names the order of one open invoice of its customer. */
  static final BigDecimal CREDIT_OF_ORDER = new BigDecimal("0.85");

  /** Just the amount of a credit note is open of one invoice of its customer. */
  static final BigDecimal CREDIT_OF_AMOUNT = new BigDecimal("0.7");

  /** Just the amount of a credit note is open of some few invoices of its customer. */
  static final BigDecimal CREDIT_OF_AMOUNTS = new BigDecimal("0.4");

  /** A number alone, with another amount. */
  static final BigDecimal NUMBER_ONLY = new BigDecimal("0.85");

  /** A number that may as well be a year, a date or a count, with nothing that speaks for it. */
  static final BigDecimal WEAK_NUMBER = new BigDecimal("0.5");

  /** Several documents are named, and their sum is not what came. */
  static final BigDecimal SUM_DIFFERS = new BigDecimal("0.6");

  /** Documents of several customers are named, and their sum is what came. */
  static final BigDecimal SUM_OF_SEVERAL_CUSTOMERS = new BigDecimal("0.95");

  private Confidence() {}

  /** From where on the company lets matching apply what it finds. */
  static BigDecimal threshold(Company company) {
    BigDecimal set = company.autoThreshold();
    return set == null ? DEFAULT_THRESHOLD : set;
  }

  /** The amount is that of one invoice of the payer only. */
  static BigDecimal unique(Payer.Known payer) {
    return switch (payer) {
      case ACCOUNT -> new BigDecimal("0.998");
      case NAME -> new BigDecimal("0.996");
      case TEXT -> new BigDecimal("0.995");
      case LIKELY -> new BigDecimal("0.994");
      case COLLECTOR -> new BigDecimal("0.8");
      case NOT -> AMOUNT_ONLY;
    };
  }

  /** The same, when so many other ways to make up the amount by chance must be expected. */
  static BigDecimal byChance(BigDecimal unique, double expected) {
    double chance = 1 / (1 + expected);
    return unique.multiply(BigDecimal.valueOf(chance)).setScale(4, RoundingMode.DOWN);
  }

  /** One of several that fit equally well. */
  static BigDecimal tie(int alternatives) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(alternatives), 2, RoundingMode.DOWN);
  }
}
