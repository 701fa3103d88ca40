package org.dunlin.connectors.invoice;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dunlin.connectors.LongIdentifiers;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The customer and the invoice of a document. A negative invoice takes a claim back and so is a
 * credit note with positive amounts; a negative credit note is an invoice (Peppol BIS Billing 3,
 * 3.1.3 allows both as corrections). A document knows nothing of payments after it: what it says is
 * payable is outstanding.
 */
public record Receivable(Customer customer, Invoice invoice) {
  /**
   * What is owed by these terms.
   *
   * @throws org.dunlin.connectors.Refusal where the document contradicts itself or nobody owes it
   */
  public static Receivable of(BusinessTerms terms) {
    Customer customer = Buyer.customer(terms.buyer(), terms.debitedAccounts());
    if (terms.seller() != null) {
      Seller.check(terms.seller(), terms.buyer());
    }
    return new Receivable(customer, invoice(terms, customer.id()));
  }

  /**
   * Hands over customer and invoice, or the problem of one that the ledger could not find again.
   *
   * @return whether it could
   */
  public boolean handOver(String source, Consumer<CanonicalRecord> sink) {
    Optional<Problem> tooLong =
        LongIdentifiers.in(customer, source).or(() -> LongIdentifiers.in(invoice, source));
    if (tooLong.isPresent()) {
      sink.accept(tooLong.get());
      return false;
    }
    sink.accept(customer);
    sink.accept(invoice);
    return true;
  }

  private static Invoice invoice(BusinessTerms terms, String customerId) {
    InvoiceKind kind = terms.kind();
    Totals totals = Totals.of(terms.figures());
    if (totals.negative()) {
      kind = TypeCode.opposite(kind);
      totals = totals.negated();
    }
    if (totals.payable().isNegative()) {
      throw overpaid(terms, totals);
    }
    return new Invoice(
        kind == InvoiceKind.CREDIT_NOTE ? "CREDIT_NOTE:" + terms.number() : terms.number(),
        terms.number(),
        kind,
        customerId,
        terms.issueDate(),
        dueDate(terms),
        null,
        totals.total(),
        totals.payable(),
        totals.payable().isZero() ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
        References.payment(
            terms.remittance(),
            Stream.concat(terms.references().stream(), terms.words().stream()).toList()),
        References.order(terms.order(), terms.salesOrder()),
        EarlyPayments.of(terms.discounts(), terms.words(), terms.issueDate(), totals),
        Instalments.of(terms.dated(), totals, terms.at()),
        PrecedingInvoices.once(terms.preceding()),
        terms.attachments(),
        null);
  }

  private static RuntimeException overpaid(BusinessTerms terms, Totals totals) {
    return terms
        .figures()
        .at()
        .refused(
            "OVERPAID",
            "of a total of "
                + totals.total().getAmount().toPlainString()
                + " more than all was prepaid: "
                + totals.payable().getAmount().toPlainString()
                + " is payable; enter the prepayment as a payment and the invoice in full");
  }

  /**
   * The due date (BT-9), else the last of the days that the terms of payment name: while one way to
   * pay or one part is not due, the document as a whole is not overdue.
   */
  private static @Nullable LocalDate dueDate(BusinessTerms terms) {
    return terms.dueDate() != null
        ? terms.dueDate()
        : terms.dated().stream().map(DatedPart::due).max(Comparator.naturalOrder()).orElse(null);
  }
}
