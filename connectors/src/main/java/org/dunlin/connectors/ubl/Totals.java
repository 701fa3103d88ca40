package org.dunlin.connectors.ubl;

import java.math.BigDecimal;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What a document is about (BT-112) and what is payable of it (BT-115), with the sign that it gives
 * them. What is payable must be certain, so a document that contradicts itself is refused: see
 * {@link Calculation}.
 */
record Totals(Money total, Money payable) {
  private static final int DIGITS_MAX = 18;

  static Totals of(Element document) {
    Element amounts = single(document, "LegalMonetaryTotal");
    Element payable = single(amounts, "PayableAmount");
    Money owed = money(payable, currency(document, payable));
    Calculation calculation = new Calculation(document, amounts, owed.getCurrencyUnit());
    Money total = total(amounts, payable, owed, calculation);
    calculation.check(total, owed);
    return new Totals(total, owed);
  }

  Totals negated() {
    return new Totals(total.negated(), payable.negated());
  }

  /** Whether the document takes back what its kind says that it claims. */
  boolean negative() {
    return total.isNegative() || (total.isZero() && payable.isNegative());
  }

  /** The amount that EN 16931 demands; earlier UBL may give only what is payable. */
  private static Money total(
      Element amounts, Element payable, Money owed, Calculation calculation) {
    CurrencyUnit currency = owed.getCurrencyUnit();
    if (amounts.filled("TaxInclusiveAmount") != null) {
      return money(single(amounts, "TaxInclusiveAmount"), currency);
    }
    BigDecimal total = calculation.rounded(owed.getAmount().add(calculation.settled()));
    if (total.precision() - total.scale() > DIGITS_MAX) {
      throw payable.refused("WRONG_AMOUNT", "with what was prepaid it has too many digits");
    }
    return Money.of(currency, total);
  }

  /** UBL 2.0 leaves the document's currency away, since every amount names its own. */
  private static CurrencyUnit currency(Element document, Element payable) {
    Element stated = document.filled("DocumentCurrencyCode");
    return stated == null
        ? Values.money(payable, "currencyID").getCurrencyUnit()
        : Values.currency(stated);
  }

  /** Of two figures for one thing, nobody can say which counts. */
  private static Element single(Element parent, String child) {
    Element first = parent.require(child);
    if (parent.children(child).size() > 1) {
      throw first.refused(
          "TOTALS_DO_NOT_TIE", "the element stands twice; ask for a corrected document");
    }
    return first;
  }

  private static Money money(Element amount, CurrencyUnit currency) {
    Money money = Values.money(amount, "currencyID");
    Calculation.sameCurrency(amount, money.getCurrencyUnit().getCode(), currency);
    return money;
  }
}
