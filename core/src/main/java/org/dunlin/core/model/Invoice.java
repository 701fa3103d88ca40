package org.dunlin.core.model;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A receivable document. {@code total} and {@code outstanding} are positive for invoices and credit
 * notes alike; {@code outstanding} is what the source says is unpaid.
 *
 * @param dueDateFrom whose terms gave the due date, where the document names none
 * @param precedingInvoices the earlier invoices that it credits or corrects
 * @param attachments the documents that it brings along
 * @param plan the dunning plan of this invoice, which wins over the customer's; {@code none} is
 *     never dunned
 */
public record Invoice(
    String id,
    String number,
    InvoiceKind kind,
    String customerId,
    LocalDate issueDate,
    @Nullable LocalDate dueDate,
    @Nullable DueDateFrom dueDateFrom,
    Money total,
    Money outstanding,
    InvoiceStatus status,
    @Nullable String paymentReference,
    @Nullable String orderReference,
    @Nullable EarlyPayment earlyPayment,
    List<Instalment> instalments,
    List<PrecedingInvoice> precedingInvoices,
    List<Attachment> attachments,
    @Nullable Source source,
    @Nullable String plan)
    implements CanonicalRecord {
  public Invoice {
    instalments = List.copyOf(instalments);
    precedingInvoices = List.copyOf(precedingInvoices);
    attachments = List.copyOf(attachments);
  }

  /** An invoice that has no plan of its own. */
  public Invoice(
      String id,
      String number,
      InvoiceKind kind,
      String customerId,
      LocalDate issueDate,
      @Nullable LocalDate dueDate,
      @Nullable DueDateFrom dueDateFrom,
      Money total,
      Money outstanding,
      InvoiceStatus status,
      @Nullable String paymentReference,
      @Nullable String orderReference,
      @Nullable EarlyPayment earlyPayment,
      List<Instalment> instalments,
      List<PrecedingInvoice> precedingInvoices,
      List<Attachment> attachments,
      @Nullable Source source) {
    this(
        id,
        number,
        kind,
        customerId,
        issueDate,
        dueDate,
        dueDateFrom,
        total,
        outstanding,
        status,
        paymentReference,
        orderReference,
        earlyPayment,
        instalments,
        precedingInvoices,
        attachments,
        source,
        null);
  }

  /** The currency of all amounts of this document. */
  public CurrencyUnit currency() {
    return total.getCurrencyUnit();
  }
}
