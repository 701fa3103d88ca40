package org.dunlin.core.dunning;

import java.time.LocalDate;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DueDateFrom;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.jspecify.annotations.Nullable;

/**
 * When an invoice is due that does not say so: by the customer's terms, else the company's, else 30
 * days after its issue (Directive 2011/7/EU, article 3(3)(b), reckoned from the issue date since
 * the day of receipt is not known).
 *
 * @param dueDate the last day on which payment is in time
 * @param from whose terms gave it; null where the invoice says it itself
 */
public record DueDates(LocalDate dueDate, @Nullable DueDateFrom from) {
  private static final int DAYS_BY_LAW = 30;

  /** The due date of the invoice as a whole; instalments have their own. */
  public static DueDates of(Invoice invoice, Customer customer, Company company) {
    if (invoice.dueDate() != null) {
      return new DueDates(invoice.dueDate(), invoice.dueDateFrom());
    }
    if (customer.paymentTermDays() != null) {
      return after(invoice, customer.paymentTermDays(), DueDateFrom.CUSTOMER);
    }
    if (company.paymentTermDays() != null) {
      return after(invoice, company.paymentTermDays(), DueDateFrom.COMPANY);
    }
    return after(invoice, DAYS_BY_LAW, DueDateFrom.LAW);
  }

  /**
   * The invoice with its due date and, where it says none itself, whose terms give it; a credit
   * note is not due and stays as it is.
   */
  public static Invoice stated(Invoice i, Customer customer, Company company) {
    if (i.dueDate() != null || i.kind() == InvoiceKind.CREDIT_NOTE) {
      return i;
    }
    DueDates due = of(i, customer, company);
    return new Invoice(
        i.id(),
        i.number(),
        i.kind(),
        i.customerId(),
        i.issueDate(),
        due.dueDate(),
        due.from(),
        i.total(),
        i.outstanding(),
        i.status(),
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source(),
        i.plan());
  }

  private static DueDates after(Invoice invoice, int days, DueDateFrom from) {
    return new DueDates(invoice.issueDate().plusDays(days), from);
  }
}
