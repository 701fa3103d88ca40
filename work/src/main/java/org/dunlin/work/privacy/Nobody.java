package org.dunlin.work.privacy;

import java.util.List;
import org.dunlin.core.model.BankReferences;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.Source;
import org.dunlin.store.secret.Blinds;
import org.jspecify.annotations.Nullable;

/**
 * Records without the person: amounts, dates, numbers and the ids of the ledger stay, since the
 * books are kept by law (GDPR Article 17(3)(b)); names, addresses, accounts and free text go.
 */
public final class Nobody {
  private final String companyId;
  private final Blinds blinds;

  Nobody(String companyId, Blinds blinds) {
    this.companyId = companyId;
    this.blinds = blinds;
  }

  /** Nobody in the place of a customer; terms and plan stay, as the documents rest on them. */
  Customer customer(Customer c, int number) {
    return new Customer(
        c.id(),
        null,
        "Erased customer " + number,
        null,
        null,
        null,
        c.language(),
        null,
        null,
        List.of(),
        c.consumer(),
        c.segments(),
        c.plan(),
        c.paymentTermDays(),
        c.stub(),
        source(c.source()));
  }

  /** The document without what the customer's own words on it were. */
  public static Invoice document(Invoice i) {
    return new Invoice(
        i.id(),
        i.number(),
        i.kind(),
        i.customerId(),
        i.issueDate(),
        i.dueDate(),
        i.dueDateFrom(),
        i.total(),
        i.outstanding(),
        i.status(),
        i.paymentReference(),
        null,
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        List.of(),
        i.source(),
        i.plan());
  }

  /** The payment without who paid; a return is still found by its end-to-end id, blinded. */
  Payment payment(Payment p) {
    return new Payment(
        p.id(),
        p.kind(),
        p.direction(),
        p.bookingDate(),
        p.valueDate(),
        p.amount(),
        null,
        null,
        null,
        null,
        null,
        List.of(),
        blind(p.endToEndId()),
        p.transactionCode(),
        p.account(),
        blind(p.returnOf()),
        details(p.details()),
        p.voided(),
        source(p.source()));
  }

  /** Amounts, and the codes that say why money came back; no number, name or word. */
  private static PaymentDetails details(PaymentDetails d) {
    return new PaymentDetails(
        BankReferences.NONE,
        null,
        null,
        d.ultimateOwnName(),
        d.returnReason(),
        null,
        d.returnedCode(),
        d.instructedAmount(),
        d.exchangeRate(),
        d.charges(),
        null);
  }

  private @Nullable Source source(@Nullable Source s) {
    return s == null
        ? null
        : new Source(s.connection(), blinds.blind(companyId, s.id()), s.version(), s.readAt());
  }

  private @Nullable String blind(@Nullable String text) {
    return text == null || text.equals("NOTPROVIDED") ? text : blinds.blind(companyId, text);
  }
}
