package org.dunlin.core.identity;

import java.util.stream.Stream;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.jspecify.annotations.Nullable;

/**
 * A record of the source whose word counts, with what it lacks taken of another source that has the
 * same: never an amount, a status, or anything that it says itself.
 */
public final class Enriched {
  private Enriched() {}

  /** The invoice with the references and the early payment that it lacks. */
  public static Invoice by(Invoice i, Invoice other) {
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
        first(i.paymentReference(), other.paymentReference()),
        first(i.orderReference(), other.orderReference()),
        first(i.earlyPayment(), other.earlyPayment()),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source(),
        i.plan());
  }

  /** The customer with the ways to reach and to recognise it that are lacking. */
  public static Customer by(Customer c, Customer other) {
    return new Customer(
        c.id(),
        c.number(),
        c.name(),
        first(c.email(), other.email()),
        first(c.phone(), other.phone()),
        first(c.address(), other.address()),
        first(c.language(), other.language()),
        first(c.vatNumber(), other.vatNumber()),
        first(c.registrationNumber(), other.registrationNumber()),
        Stream.concat(c.ibans().stream(), other.ibans().stream()).distinct().toList(),
        first(c.consumer(), other.consumer()),
        c.segments(),
        c.plan(),
        c.paymentTermDays(),
        c.stub(),
        c.source());
  }

  private static <T> @Nullable T first(@Nullable T own, @Nullable T other) {
    return own != null ? own : other;
  }
}
