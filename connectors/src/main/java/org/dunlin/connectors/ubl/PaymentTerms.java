package org.dunlin.connectors.ubl;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.connectors.invoice.DatedPart;
import org.dunlin.connectors.invoice.Discount;
import org.dunlin.connectors.invoice.DocumentCurrency;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.jspecify.annotations.Nullable;

/** How and when a document is to be paid, as PaymentTerms and PaymentMeans say it. */
final class PaymentTerms {
  private final List<Element> terms;
  private final List<Element> means;

  PaymentTerms(Element document) {
    terms = document.children("PaymentTerms");
    means = document.children("PaymentMeans");
  }

  /** Dates of terms, with their parts of the amount, and of ways to pay. */
  List<DatedPart> dated(DocumentCurrency currency) {
    return Stream.concat(means.stream(), terms.stream())
        .map(each -> dated(each, terms.contains(each), currency))
        .filter(Objects::nonNull)
        .toList();
  }

  List<Discount> discounts() {
    return terms.stream().map(PaymentTerms::discount).filter(Objects::nonNull).toList();
  }

  List<String> notes() {
    return terms.stream()
        .flatMap(each -> each.children("Note").stream())
        .map(Element::text)
        .filter(Objects::nonNull)
        .toList();
  }

  @Nullable String paymentId() {
    return means.stream()
        .map(each -> each.text("PaymentID"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /** Where programs put a structured reference that is no payment id. */
  List<String> instructions() {
    return means.stream()
        .flatMap(
            each ->
                Stream.of(
                    each.text("InstructionID"),
                    each.text("InstructionNote"),
                    each.text("PayeeFinancialAccount", "PaymentNote")))
        .filter(Objects::nonNull)
        .toList();
  }

  List<String> debitedAccounts() {
    return means.stream()
        .map(each -> each.text("PaymentMandate", "PayerFinancialAccount", "ID"))
        .filter(Objects::nonNull)
        .toList();
  }

  private static @Nullable DatedPart dated(
      Element each, boolean ofTerms, DocumentCurrency currency) {
    LocalDate due = dueDate(each);
    if (due == null) {
      return null;
    }
    Element amount = ofTerms ? each.filled("Amount") : null;
    if (amount != null) {
      Values.money(amount, "currencyID");
    }
    Element percent = ofTerms ? each.filled("PaymentPercent") : null;
    return new DatedPart(
        due,
        amount == null ? null : currency.money(amount),
        percent == null ? null : Values.decimal(percent));
  }

  private static @Nullable LocalDate dueDate(Element each) {
    for (String name : List.of("InstallmentDueDate", "PaymentDueDate")) {
      Element date = each.filled(name);
      if (date != null) {
        return Values.date(date);
      }
    }
    return null;
  }

  private static @Nullable Discount discount(Element each) {
    Element percent = each.filled("SettlementDiscountPercent");
    Element until = each.filled("SettlementPeriod", "EndDate");
    return percent == null || until == null
        ? null
        : new Discount(Values.decimal(percent), Values.date(until), null);
  }
}
