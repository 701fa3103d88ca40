package org.dunlin.connectors.ubl;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.jspecify.annotations.Nullable;

/**
 * The receivable of a document. A negative invoice takes a claim back and so is a credit note with
 * positive amounts; a negative credit note is an invoice (Peppol BIS Billing 3, 3.1.3 allows both
 * as corrections). A document knows nothing of payments after it: what it says is payable is
 * outstanding.
 */
final class Document {
  private Document() {}

  static Invoice invoice(Element document, String customerId) {
    String number = document.requireText("ID");
    LocalDate issued = Values.date(document.require("IssueDate"));
    InvoiceKind kind = TypeCode.kind(document);
    Totals totals = Totals.of(document);
    if (totals.negative()) {
      kind = TypeCode.opposite(kind);
      totals = totals.negated();
    }
    if (totals.payable().isNegative()) {
      throw overpaid(document, totals);
    }
    return new Invoice(
        kind == InvoiceKind.CREDIT_NOTE ? "CREDIT_NOTE:" + number : number,
        number,
        kind,
        customerId,
        issued,
        dueDate(document),
        null,
        totals.total(),
        totals.payable(),
        totals.payable().isZero() ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
        References.payment(document),
        References.order(document),
        EarlyPayments.of(document, issued, totals),
        Terms.instalments(document, totals),
        PrecedingInvoices.of(document),
        Attachments.of(document),
        null);
  }

  private static RuntimeException overpaid(Element document, Totals totals) {
    return document
        .require("LegalMonetaryTotal")
        .refused(
            "OVERPAID",
            "of a total of "
                + totals.total().getAmount().toPlainString()
                + " more than all was prepaid: "
                + totals.payable().getAmount().toPlainString()
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
}
