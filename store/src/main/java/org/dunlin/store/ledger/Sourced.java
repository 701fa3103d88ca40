package org.dunlin.store.ledger;

import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Source;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;

/** Records with the ids of the ledger in place of the source's, and with their source. */
final class Sourced {
  private Sourced() {}

  static Customer customer(Customer c, String id, @Nullable Source source) {
    return new Customer(
        id,
        c.number(),
        c.name(),
        c.email(),
        c.phone(),
        c.address(),
        c.language(),
        c.vatNumber(),
        c.registrationNumber(),
        c.ibans(),
        c.consumer(),
        c.segments(),
        c.plan(),
        c.paymentTermDays(),
        c.stub(),
        source);
  }

  static Invoice invoice(Invoice i, String id, String customerId, @Nullable Source source) {
    return new Invoice(
        id,
        i.number(),
        i.kind(),
        customerId,
        i.issueDate(),
        i.dueDate(),
        i.dueDateFrom(),
        i.total(),
        i.outstanding(),
        i.status(),
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        source,
        i.plan());
  }

  static Payment payment(Payment p, String id, @Nullable Source source) {
    return new Payment(
        id,
        p.kind(),
        p.direction(),
        p.bookingDate(),
        p.valueDate(),
        p.amount(),
        p.payerName(),
        p.payerAccount(),
        p.payerBic(),
        p.remittance(),
        p.creditorReference(),
        p.references(),
        p.endToEndId(),
        p.transactionCode(),
        p.account(),
        p.returnOf(),
        p.details(),
        p.voided(),
        source);
  }

  static Statement statement(Statement s, String id, @Nullable Source source) {
    return new Statement(
        id,
        s.account(),
        s.currency(),
        s.from(),
        s.to(),
        s.openingBalance(),
        s.closingBalance(),
        s.entries(),
        source);
  }
}
