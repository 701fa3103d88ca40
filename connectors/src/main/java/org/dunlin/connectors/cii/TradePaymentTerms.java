package org.dunlin.connectors.cii;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.invoice.DatedPart;
import org.dunlin.connectors.invoice.Discount;
import org.dunlin.connectors.invoice.DocumentCurrency;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a document is to be paid: SpecifiedTradePaymentTerms, of which there are several where it is
 * paid in parts (Factur-X EXTENDED), and the accounts that its means of payment name.
 */
final class TradePaymentTerms {
  private static final int LONGEST_PERIOD = 9_999;

  private final List<Element> terms;
  private final List<Element> means;
  private final LocalDate issued;

  TradePaymentTerms(Element settlement, LocalDate issued) {
    this.terms = settlement.children("SpecifiedTradePaymentTerms");
    this.means = settlement.children("SpecifiedTradeSettlementPaymentMeans");
    this.issued = issued;
  }

  List<DatedPart> dated(CurrencyUnit unit) {
    DocumentCurrency currency = new DocumentCurrency(unit);
    return terms.stream().map(each -> dated(each, currency)).filter(Objects::nonNull).toList();
  }

  List<String> descriptions() {
    return terms.stream()
        .flatMap(each -> each.children("Description").stream())
        .map(Element::text)
        .filter(Objects::nonNull)
        .toList();
  }

  List<Discount> discounts() {
    return terms.stream()
        .flatMap(each -> each.children("ApplicableTradePaymentDiscountTerms").stream())
        .map(this::discount)
        .filter(Objects::nonNull)
        .toList();
  }

  List<String> debitedAccounts() {
    return means.stream()
        .map(each -> each.text("PayerPartyDebtorFinancialAccount", "IBANID"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable DatedPart dated(Element each, DocumentCurrency currency) {
    Element due = each.find("DueDateDateTime");
    if (due == null) {
      return null;
    }
    Element amount = each.filled("PartialPaymentAmount");
    return new DatedPart(
        CiiTranslator.day(due), amount == null ? null : currency.money(amount), null);
  }

  /** A discount whose last day is a period after a day, which is that of the issue where absent. */
  private @Nullable Discount discount(Element each) {
    Element percent = each.filled("CalculationPercent");
    LocalDate until = until(each);
    Element base = each.filled("BasisAmount");
    return percent == null || until == null
        ? null
        : new Discount(Values.decimal(percent), until, base == null ? null : Values.decimal(base));
  }

  private @Nullable LocalDate until(Element each) {
    Element period = each.filled("BasisPeriodMeasure");
    if (period == null) {
      return null;
    }
    Element from = each.find("BasisDateTime");
    LocalDate begin = from == null ? issued : CiiTranslator.day(from);
    BigDecimal length = Values.decimal(period);
    if (length.signum() < 0
        || length.stripTrailingZeros().scale() > 0
        || length.compareTo(BigDecimal.valueOf(LONGEST_PERIOD)) > 0) {
      return null;
    }
    return switch (String.valueOf(period.attribute("unitCode"))) {
      case "DAY" -> begin.plusDays(length.intValueExact());
      case "WEE" -> begin.plusWeeks(length.intValueExact());
      case "MON" -> begin.plusMonths(length.intValueExact());
      case String other -> null;
    };
  }
}
