package org.dunlin.store.view;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.Documents;
import org.dunlin.store.ledger.Invoices;
import org.dunlin.store.ledger.OpenCreditNotes;
import org.dunlin.store.ledger.Payments;
import org.dunlin.store.ledger.Refunds;
import org.dunlin.store.view.InvoiceDetail.OpenInstalment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One customer, invoice or payment with all that hangs on it. */
public final class Details {
  /** So many allocations, reminders and deliveries of one record are shown. */
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Receivables receivables;
  private final Deliveries deliveries;
  private final AllocationLines allocations;
  private final Adjustments adjustments;
  private final Refunds refunds;
  private final ReminderLines reminders;
  private final Invoices invoices;
  private final Payments payments;
  private final Documents documents;
  private final OpenCreditNotes creditNotes;

  Details(
      DataSource pool,
      Receivables receivables,
      Deliveries deliveries,
      Invoices invoices,
      Payments payments,
      Documents documents) {
    jdbc = JdbcClient.create(pool);
    this.receivables = receivables;
    this.deliveries = deliveries;
    allocations = new AllocationLines(pool);
    adjustments = new Adjustments(pool);
    refunds = new Refunds(pool);
    reminders = new ReminderLines(pool);
    this.invoices = invoices;
    this.payments = payments;
    this.documents = documents;
    creditNotes = new OpenCreditNotes(pool);
  }

  /** A customer; what is overdue is so on {@code today}. */
  public Optional<CustomerDetail> customer(String companyId, UUID customerId, LocalDate today) {
    return jdbc.sql(
            """
            select record, exists (select 1 from erased_customer e
                                    where e.company_id = c.company_id and e.customer_id = c.customer_id) as erased
              from customer c where company_id = :company and customer_id = :id
            """)
        .param("company", companyId)
        .param("id", customerId)
        .query(
            (row, number) ->
                new CustomerDetail(
                    StoredRecord.of(row.getString("record"), Customer.class),
                    receivables.standingOf(companyId, customerId, today),
                    reminders.ofCustomer(companyId, customerId, MOST),
                    row.getBoolean("erased")))
        .optional();
  }

  /** An invoice or credit note. */
  public Optional<InvoiceDetail> invoice(String companyId, UUID invoiceId) {
    return invoices.find(companyId, invoiceId).map(state -> detail(companyId, invoiceId, state));
  }

  /** A credit note over which a person decides; nothing where it is none. */
  public Optional<CreditNoteDetail> creditNote(String companyId, UUID noteId) {
    return invoices
        .find(companyId, noteId)
        .filter(state -> state.invoice().kind() == InvoiceKind.CREDIT_NOTE)
        .map(
            state ->
                new CreditNoteDetail(
                    state.invoice(),
                    open(state),
                    name(companyId, UUID.fromString(state.invoice().customerId())),
                    allocations.suggestedOfNote(companyId, noteId, MOST),
                    allocations.appliedOfNote(companyId, noteId, MOST),
                    creditNotes.leftBy(companyId, noteId).orElse(null)));
  }

  /** A payment. */
  public Optional<PaymentDetail> payment(String companyId, UUID paymentId) {
    return payments
        .find(companyId, paymentId)
        .map(
            payment ->
                new PaymentDetail(
                    payment,
                    allocations.ofPayment(companyId, paymentId, null, MOST),
                    adjustments.ofPayment(companyId, paymentId),
                    setAsideBy(companyId, paymentId),
                    credit(companyId, paymentId),
                    paidAgain(companyId, paymentId),
                    refunds.of(companyId, paymentId),
                    deliveries.ofPayment(companyId, paymentId).orElse(null)));
  }

  private InvoiceDetail detail(String companyId, UUID invoiceId, DocumentState state) {
    UUID customerId = UUID.fromString(state.invoice().customerId());
    return new InvoiceDetail(
        state.invoice(),
        state.claimed(),
        open(state),
        name(companyId, customerId),
        instalments(companyId, invoiceId),
        allocations.ofDocument(companyId, invoiceId, null, MOST),
        adjustments.ofInvoice(companyId, invoiceId),
        documents.of(companyId, invoiceId),
        reminders.ofInvoice(companyId, customerId, invoiceId, MOST),
        deliveries.ofInvoice(companyId, invoiceId, MOST));
  }

  private static Money open(DocumentState state) {
    boolean isOpen = state.invoice().status() == InvoiceStatus.OPEN;
    return isOpen ? state.open() : Money.zero(state.invoice().currency());
  }

  private @Nullable Credited credit(String companyId, UUID paymentId) {
    return credited(
        companyId,
        paymentId,
        """
        select c.customer_id, c.name, null as settled
          from payment p join customer c on c.company_id = p.company_id
               and c.customer_id = leader_of(p.company_id, p.credit_of)
         where p.company_id = :company and p.payment_id = :id and p.credit_of is not null
        """);
  }

  private @Nullable Credited paidAgain(String companyId, UUID paymentId) {
    return credited(
        companyId,
        paymentId,
        """
        select c.customer_id, c.name, i.number as settled
          from paid_again a
          join payment p using (company_id, payment_id)
          join invoice i using (company_id, invoice_id)
          join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
         where a.company_id = :company and a.payment_id = :id and p.set_aside_by is null
           and p.claimed + p.returned < p.amount
        """);
  }

  private @Nullable Credited credited(String companyId, UUID paymentId, String query) {
    return jdbc.sql(query)
        .param("company", companyId)
        .param("id", paymentId)
        .query(
            (row, number) ->
                new Credited(
                    row.getObject("customer_id", UUID.class),
                    row.getString("name"),
                    row.getString("settled")))
        .optional()
        .orElse(null);
  }

  private @Nullable String setAsideBy(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select set_aside_by from payment where company_id = :company and payment_id = :id"
                + " and set_aside_by is not null")
        .param("company", companyId)
        .param("id", paymentId)
        .query(String.class)
        .optional()
        .orElse(null);
  }

  private String name(String companyId, UUID customerId) {
    return jdbc.sql("select name from customer where company_id = :company and customer_id = :id")
        .param("company", companyId)
        .param("id", customerId)
        .query(String.class)
        .single();
  }

  private List<OpenInstalment> instalments(String companyId, UUID invoiceId) {
    return jdbc.sql(
            """
            select nullif(due_date, 'infinity') as due, currency, open from open_instalment
             where company_id = :company and invoice_id = :id order by due_date
            """)
        .param("company", companyId)
        .param("id", invoiceId)
        .query(
            (row, number) ->
                new OpenInstalment(
                    row.getObject("due", LocalDate.class), Columns.money(row, "open")))
        .list();
  }
}
