package org.dunlin.connectors.fatturapa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.dunlin.connectors.invoice.DatedPart;
import org.dunlin.connectors.invoice.Figures;
import org.dunlin.connectors.xml.Element;
import org.joda.money.Money;

/**
 * What the buyer pays the seller of a document: its total without what the buyer pays to others in
 * the seller's place (DatiRitenuta; split payment, article 17-ter DPR 633/72) and without what the
 * seller keeps from earlier sums. The payments that the document lists must be that, or its whole
 * total, as programs write that forget what is withheld, or less: then the rest counts as paid, as
 * in other formats.
 *
 * @param dated the days to pay on, with their amounts where they are parts of the whole
 */
record AmountDue(Money total, Money payable, List<DatedPart> dated) {
  static AmountDue of(Money total, BigDecimal withheld, PaymentData payment, Element at) {
    Money tax = Money.of(total.getCurrencyUnit(), withheld, RoundingMode.HALF_UP);
    Money due = total.minus(tax).minus(payment.retained());
    Money sum = payment.sum();
    if (payment.open().isEmpty() || areAlternatives(payment, total, due)) {
      return new AmountDue(total, due, payment.dated(false));
    }
    boolean parts = payment.open().size() > 1 && payment.allDated();
    if (sum.equals(due) || sum.equals(total)) {
      return new AmountDue(total, due, payment.dated(parts));
    }
    boolean less = due.isNegative() ? !sum.isPositive() : !sum.isNegative();
    if (less && sum.abs().isLessThan(due.abs())) {
      return new AmountDue(total, sum, payment.dated(parts));
    }
    throw at.refused(
        "TOTALS_DO_NOT_TIE",
        "the payments add up to "
            + sum.getAmount().toPlainString()
            + ", but of the total "
            + total.getAmount().toPlainString()
            + " the buyer owes "
            + due.getAmount().toPlainString()
            + ", so nobody can say what is owed; ask for a corrected document");
  }

  /** All figures are reckoned here, so what lies between the two is one. */
  Figures figures(Element at) {
    return new Figures(
        at,
        total.getCurrencyUnit(),
        total,
        payable,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        total.getAmount().subtract(payable.getAmount()),
        BigDecimal.ZERO);
  }

  /** Whether several ways to pay are named, each with the whole. */
  private static boolean areAlternatives(PaymentData payment, Money total, Money due) {
    return payment.open().size() > 1
        && payment.open().stream()
            .allMatch(each -> each.amount().equals(due) || each.amount().equals(total));
  }
}
