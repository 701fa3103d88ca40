package org.dunlin.connectors.cii;

import java.math.BigDecimal;
import java.util.List;
import org.dunlin.connectors.invoice.DocumentCurrency;
import org.dunlin.connectors.invoice.Figures;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a document: SpecifiedTradeSettlementHeaderMonetarySummation. Amounts name no
 * currency but in ZUGFeRD 1, and where an amount stands twice, in the document's currency and in
 * the one of its VAT.
 */
final class MonetarySummation {
  /** What the seller collects for others (BG-34 of EXTENDED, BG-DEX-09 of XRechnung in UBL). */
  static final String ADJUSTMENT = "SpecifiedFinancialAdjustment";

  private final Element settlement;
  private final Element summation;
  private final DocumentCurrency currency;

  private MonetarySummation(Element settlement, Element summation, DocumentCurrency currency) {
    this.settlement = settlement;
    this.summation = summation;
    this.currency = currency;
  }

  static Figures figures(Element settlement) {
    Element summation = settlement.find("SpecifiedTradeSettlementHeaderMonetarySummation");
    if (summation == null) {
      summation = settlement.find("SpecifiedTradeSettlementMonetarySummation");
    }
    if (summation == null) {
      throw settlement.missing("SpecifiedTradeSettlementHeaderMonetarySummation");
    }
    DocumentCurrency currency =
        new DocumentCurrency(Values.currency(settlement.require("InvoiceCurrencyCode")));
    return new MonetarySummation(settlement, summation, currency).figures();
  }

  private Figures figures() {
    return new Figures(
        summation,
        currency.unit(),
        money("GrandTotalAmount"),
        money("DuePayableAmount"),
        figure("TaxBasisTotalAmount"),
        figure("LineTotalAmount"),
        figure("AllowanceTotalAmount"),
        figure("ChargeTotalAmount"),
        vat(),
        figure("TotalPrepaidAmount"),
        figure("RoundingAmount"),
        BigDecimal.ZERO,
        collected());
  }

  /** Each is added to what is payable (BT-179; BR-FXEXT-CO-16 as BR-DEX-09 of XRechnung). */
  private BigDecimal collected() {
    BigDecimal sum = BigDecimal.ZERO;
    for (Element adjustment : settlement.children(ADJUSTMENT)) {
      BigDecimal amount = currency.figure(adjustment.filled("ActualAmount"));
      sum = amount == null ? sum : sum.add(amount);
    }
    return sum;
  }

  private @Nullable Money money(String name) {
    Element amount = inCurrency(name);
    return amount == null ? null : currency.money(amount);
  }

  private @Nullable BigDecimal figure(String name) {
    return currency.figure(inCurrency(name));
  }

  /** Of two figures for one thing in one currency, nobody can say which counts. */
  private @Nullable Element inCurrency(String name) {
    List<Element> given =
        summation.children(name).stream().filter(each -> each.text() != null).toList();
    List<Element> ours = given.stream().filter(this::isOurs).toList();
    if (ours.size() > 1) {
      throw ours.getFirst()
          .refused("TOTALS_DO_NOT_TIE", "the element stands twice; ask for a corrected document");
    }
    return ours.isEmpty() && !given.isEmpty()
        ? given.getFirst()
        : ours.isEmpty() ? null : ours.getFirst();
  }

  private @Nullable BigDecimal vat() {
    List<BigDecimal> amounts =
        summation.children("TaxTotalAmount").stream()
            .filter(tax -> tax.text() != null && isOurs(tax))
            .map(Values::decimal)
            .toList();
    return amounts.stream().reduce(BigDecimal::add).orElse(null);
  }

  private boolean isOurs(Element amount) {
    String code = amount.attribute("currencyID");
    return code == null || code.equals(currency.unit().getCode());
  }
}
