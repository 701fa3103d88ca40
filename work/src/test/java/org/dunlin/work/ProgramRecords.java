package org.dunlin.work;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentDetails;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Canonical records as the mapping of an accounting program gives them, in euros. */
public final class ProgramRecords {
  private ProgramRecords() {}

  /** A customer of whom the program tells all. */
  public static Customer customer(String id, String name, @Nullable String vatNumber) {
    return customer(id, name, "ap@" + id + ".example", vatNumber, false);
  }

  /** A customer of whom a document tells the name. */
  public static Customer stub(String id, String name) {
    return customer(id, name, null, null, true);
  }

  /** A customer. */
  public static Customer customer(
      String id, String name, @Nullable String email, @Nullable String vatNumber, boolean stub) {
    return new Customer(
        id, null, name, email, null, null, null, vatNumber, null, List.of(), null, List.of(), null,
        null, stub, null);
  }

  /** An invoice issued 30 days before it is due. */
  public static Invoice invoice(
      String id, String number, String customerId, LocalDate due, String total, String left) {
    Money outstanding = euros(left);
    return new Invoice(
        id,
        number,
        InvoiceKind.INVOICE,
        customerId,
        due.minusDays(30),
        due,
        null,
        euros(total),
        outstanding,
        outstanding.isZero() ? InvoiceStatus.PAID : InvoiceStatus.OPEN,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        null);
  }

  /** The same invoice, void. */
  public static Invoice voided(Invoice i) {
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
        InvoiceStatus.VOID,
        i.paymentReference(),
        i.orderReference(),
        i.earlyPayment(),
        i.instalments(),
        i.precedingInvoices(),
        i.attachments(),
        i.source());
  }

  /** A payment as a program has booked it. */
  public static Payment booked(String id, LocalDate on, String amount) {
    return booked(id, on, amount, null, null, false);
  }

  /** A payment as a program has booked it, or has not any more. */
  public static Payment booked(
      String id,
      LocalDate on,
      String amount,
      @Nullable String iban,
      @Nullable String text,
      boolean voided) {
    return new Payment(
        id,
        PaymentKind.TRANSFER,
        Direction.IN,
        on,
        null,
        euros(amount),
        null,
        null,
        null,
        text,
        null,
        List.of(),
        null,
        null,
        iban == null ? null : AccountId.ofIban(iban),
        null,
        PaymentDetails.NONE,
        voided,
        null);
  }

  /** That a program's payment settles so much of its invoice. */
  public static Allocation settles(String paymentId, String invoiceId, String amount) {
    return new Allocation(
        paymentId,
        null,
        invoiceId,
        euros(amount),
        null,
        null,
        Decision.BOOKED,
        null,
        null,
        List.of());
  }

  /** An amount. */
  public static Money euros(String amount) {
    return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
  }
}
