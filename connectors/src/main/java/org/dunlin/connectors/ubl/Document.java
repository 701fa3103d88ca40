package org.dunlin.connectors.ubl;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The receivable of a document. A negative invoice takes a claim back and so is a credit note with
 * positive amounts; a negative credit note is an invoice (Peppol BIS Billing 3, 3.1.3 allows both
 * as corrections). A document knows nothing of payments after it: what it says is payable is
 * outstanding.
 */
final class Document {
  /** UNTDID 1001 codes that EN 16931 lists for credit notes. */
  private static final Set<String> CREDIT_NOTE_CODES =
      Set.of(
          "81", "83", "261", "262", "296", "308", "381", "396", "420", "458", "502", "503", "532");

  /** UNTDID 1001 code of a pro forma invoice, which nobody owes. */
  private static final String PRO_FORMA = "325";

  /** What Peppol BIS Billing 3 has in place of an order number when only a sales order is known. */
  private static final String NO_ORDER = "NA";

  private Document() {}

  static Invoice invoice(Element document, String customerId) {
    String number = document.requireText("ID");
    InvoiceKind kind = kind(document);
    CurrencyUnit currency = Values.currency(document.require("DocumentCurrencyCode"));
    Element totals = document.require("LegalMonetaryTotal");
    Money total = amount(totals.require("TaxInclusiveAmount"), currency);
    Money payable = amount(totals.require("PayableAmount"), currency);
    if (total.isNegative() || (total.isZero() && payable.isNegative())) {
      kind = opposite(kind);
      total = total.negated();
      payable = payable.negated();
    }
    if (payable.isNegative()) {
      throw overpaid(totals, total, payable);
    }
    return new Invoice(
        kind == InvoiceKind.CREDIT_NOTE ? "CREDIT_NOTE:" + number : number,
        number,
        kind,
        customerId,
        Values.date(document.require("IssueDate")),
        dueDate(document),
        null,
        total,
        payable,
        payable.isZero() ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
        paymentReference(document),
        orderReference(document),
        Terms.earlyPayment(document),
        Terms.instalments(document, total, payable),
        null);
  }

  /** The kind that the root element says, unless the type code says the contrary. */
  private static InvoiceKind kind(Element document) {
    boolean creditNote = document.name().equals("CreditNote");
    Element type = document.filled(creditNote ? "CreditNoteTypeCode" : "InvoiceTypeCode");
    if (type != null) {
      String code = String.valueOf(type.text());
      if (CREDIT_NOTE_CODES.contains(code) != creditNote) {
        throw contradicts(type, code, document.name());
      }
      if (code.equals(PRO_FORMA)) {
        throw type.refused("NOT_A_RECEIVABLE", "325 is a pro forma invoice, which nobody owes");
      }
    }
    return creditNote ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
  }

  private static RuntimeException contradicts(Element type, String code, String document) {
    return type.refused(
        "TYPE_CONTRADICTS_DOCUMENT",
        "type "
            + code
            + " contradicts the document element "
            + document
            + ", so nobody can say who owes whom; ask for a corrected document");
  }

  private static InvoiceKind opposite(InvoiceKind kind) {
    return switch (kind) {
      case INVOICE -> InvoiceKind.CREDIT_NOTE;
      case CREDIT_NOTE -> InvoiceKind.INVOICE;
    };
  }

  private static Money amount(Element amount, CurrencyUnit currency) {
    Money money = Values.money(amount, "currencyID");
    if (!money.getCurrencyUnit().equals(currency)) {
      throw amount.refused(
          "CURRENCY_MISMATCH",
          "the amount is in "
              + money.getCurrencyUnit()
              + " but DocumentCurrencyCode says "
              + currency
              + "; ask for a corrected document");
    }
    return money;
  }

  private static RuntimeException overpaid(Element totals, Money total, Money payable) {
    return totals.refused(
        "OVERPAID",
        "of a total of "
            + total.getAmount().toPlainString()
            + " more than all was prepaid: "
            + payable.getAmount().toPlainString()
            + " is payable; enter the prepayment as a payment and the invoice in full");
  }

  /**
   * DueDate, else the last of the dates in PaymentMeans and PaymentTerms: while one way to pay or
   * one part is not due, the document as a whole is not overdue.
   */
  private static @Nullable LocalDate dueDate(Element document) {
    Element due = document.filled("DueDate");
    if (due != null) {
      return Values.date(due);
    }
    return Stream.of("PaymentMeans", "PaymentTerms")
        .flatMap(name -> document.children(name).stream())
        .map(Terms::dueDate)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static @Nullable String paymentReference(Element document) {
    return document.children("PaymentMeans").stream()
        .map(means -> means.text("PaymentID"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable String orderReference(Element document) {
    String order = document.text("OrderReference", "ID");
    return order == null || order.equalsIgnoreCase(NO_ORDER)
        ? document.text("OrderReference", "SalesOrderID")
        : order;
  }
}
