package org.dunlin.connectors.ubl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.invoice.DocumentCurrency;
import org.dunlin.connectors.invoice.Figures;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The figures of a document: LegalMonetaryTotal, TaxTotal, PrepaidPayment, WithholdingTaxTotal. */
final class MonetaryTotal {
  private static final String EXTENSION = "xeinkauf.de:kosit:extension:xrechnung";
  private static final String CURRENCY = "currencyID";

  private MonetaryTotal() {}

  static Figures figures(Element document) {
    Element amounts = single(document, "LegalMonetaryTotal");
    Element payable = single(amounts, "PayableAmount");
    Money owed = Values.money(payable, CURRENCY);
    DocumentCurrency currency = new DocumentCurrency(currency(document, owed));
    BigDecimal stated = currency.figure(amounts.filled("PrepaidAmount"));
    BigDecimal parts = prepaidParts(document);
    boolean extension = String.valueOf(document.text("CustomizationID")).contains(EXTENSION);
    BigDecimal instead = stated == null && parts.signum() != 0 ? parts : stated;
    return new Figures(
        amounts,
        currency.unit(),
        total(amounts, currency),
        currency.money(payable),
        currency.figure(amounts.filled("TaxExclusiveAmount")),
        currency.figure(amounts.filled("LineExtensionAmount")),
        currency.figure(amounts.filled("AllowanceTotalAmount")),
        currency.figure(amounts.filled("ChargeTotalAmount")),
        taxes(document, "TaxTotal", currency.unit()),
        extension ? stated : instead,
        currency.figure(amounts.filled("PayableRoundingAmount")),
        Objects.requireNonNullElse(
            taxes(document, "WithholdingTaxTotal", currency.unit()), BigDecimal.ZERO),
        extension ? parts : BigDecimal.ZERO);
  }

  /** The amount that EN 16931 demands; earlier UBL may give only what is payable. */
  private static @Nullable Money total(Element amounts, DocumentCurrency currency) {
    if (amounts.filled("TaxInclusiveAmount") == null) {
      return null;
    }
    Element total = single(amounts, "TaxInclusiveAmount");
    Values.money(total, CURRENCY);
    return currency.money(total);
  }

  /** UBL 2.0 leaves the document's currency away, since every amount names its own. */
  private static CurrencyUnit currency(Element document, Money payable) {
    Element stated = document.filled("DocumentCurrencyCode");
    return stated == null ? payable.getCurrencyUnit() : Values.currency(stated);
  }

  private static BigDecimal prepaidParts(Element document) {
    return document.children("PrepaidPayment").stream()
        .map(part -> part.filled("PaidAmount"))
        .filter(Objects::nonNull)
        .map(Values::decimal)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sum of such taxes in the document's currency; VAT is often given in another one, too. */
  private static @Nullable BigDecimal taxes(Element document, String name, CurrencyUnit currency) {
    List<BigDecimal> amounts =
        document.children(name).stream()
            .map(tax -> tax.filled("TaxAmount"))
            .filter(tax -> tax != null && currency.getCode().equals(tax.attribute(CURRENCY)))
            .map(Values::decimal)
            .toList();
    return amounts.stream().reduce(BigDecimal::add).orElse(null);
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
}
