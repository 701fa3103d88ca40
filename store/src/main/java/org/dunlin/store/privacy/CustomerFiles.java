package org.dunlin.store.privacy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.store.inbox.DeliveryRows;
import org.dunlin.store.ledger.PaymentState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the hub keeps about one customer. */
public final class CustomerFiles {
  /**
   * A payment is the customer's when it was applied to a document of the customer, when a person
   * found it to be the customer's credit, or when it was paid from one of the customer's accounts
   * or under the customer's name and to nobody else's document.
   */
  private static final String PAYMENTS =
      """
      with own as (
        select a.payment_id
          from invoice i join allocation a on a.company_id = i.company_id and a.invoice_id = i.invoice_id
         where i.company_id = :company and i.customer_id = :customer and a.decision <> 'SUGGESTED'
        union
        select payment_id from payment where company_id = :company and credit_of = :customer
        union
        select paid_out from refund
         where company_id = :company and customer_id = :customer
           and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')),
      named as (
        select payment_id, credit_of from payment
         where company_id = :company and record ->> 'payerIban' is not null
           and left(record ->> 'payerIban', 200) = any(:ibans)
        union
        select payment_id, credit_of from payment
         where company_id = :company and record ->> 'payerName' is not null
           and left(lower(record ->> 'payerName'), 200) = left(lower(:name), 200)
           and lower(record ->> 'payerName') = lower(:name)),
      theirs as (
        select payment_id from own
        union
        select n.payment_id from named n
         where (n.credit_of is null or n.credit_of = :customer)
           and not exists (
             select 1 from allocation a join invoice i using (company_id, invoice_id)
              where a.company_id = :company and a.payment_id = n.payment_id
                and a.decision <> 'SUGGESTED' and i.customer_id <> :customer)
           and not exists (
             select 1 from refund r
              where r.company_id = :company and r.paid_out = n.payment_id and r.customer_id <> :customer
                and r.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')))
      select p.record, p.claimed, p.returned
        from theirs join payment p on p.company_id = :company and p.payment_id = theirs.payment_id
       order by p.booking_date, p.payment_id
      """;

  private final JdbcClient jdbc;

  /** The files of this database. */
  public CustomerFiles(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Customers whose id, id at the source, number or name this is. */
  public List<Customer> named(String companyId, String text) {
    return jdbc.sql(
            """
            select record from customer
             where company_id = :company
               and (cast(customer_id as text) = :text or source_id = :text
                    or record ->> 'number' = :text or lower(name) = lower(:text))
             order by customer_id
            """)
        .param("company", companyId)
        .param("text", text)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Customer.class))
        .list();
  }

  /** The customer's invoices and credit notes, earliest issued first. */
  public List<Invoice> documents(String companyId, UUID customerId) {
    return jdbc.sql(
            """
            select record from invoice where company_id = :company and customer_id = :customer
             order by issue_date, invoice_id
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Invoice.class))
        .list();
  }

  /** The customer's payments, in the order of booking. */
  public List<PaymentState> payments(String companyId, Customer customer) {
    return jdbc.sql(PAYMENTS)
        .param("company", companyId)
        .param("customer", UUID.fromString(customer.id()))
        .param("ibans", customer.ibans().toArray(String[]::new))
        .param("name", customer.name())
        .query(PaymentState::row)
        .list();
  }

  /** The deliveries with kept bytes that brought these payments. */
  public List<Delivery> bringing(String companyId, List<UUID> payments) {
    return jdbc.sql(
            "select "
                + DeliveryRows.COLUMNS
                + " from delivery where company_id = :company and raw_gone_at is null"
                + " and delivery_id in (select delivery_id from payment"
                + " where company_id = :company and payment_id = any(:payments))")
        .param("company", companyId)
        .param("payments", payments.toArray(UUID[]::new))
        .query((row, number) -> DeliveryRows.delivery(row))
        .list();
  }

  /** The names and accounts of those who made these payments and no others: nobody else's. */
  public List<String> payersOfNoOther(String companyId, List<UUID> payments) {
    return jdbc.sql(
            """
            with party as (
              select payment_id, payment_id = any(:payments) as own, text
                from payment p cross join lateral (values
                  (record ->> 'payerName'), (record ->> 'payerIban'), (record ->> 'payerAccountNumber'),
                  (record ->> 'ultimatePayerName')) t(text)
               where company_id = :company and text is not null)
            select min(text) from party group by lower(text) having bool_and(own)
            """)
        .param("company", companyId)
        .param("payments", payments.toArray(UUID[]::new))
        .query(String.class)
        .list();
  }

  /** The customer's reminders and other actions, oldest first. */
  public List<Action> actions(String companyId, UUID customerId) {
    return jdbc.sql(
            """
            select record from action where company_id = :company and customer_id = :customer
             order by on_date, action_id
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .query((row, number) -> StoredRecord.of(row.getString("record"), Action.class))
        .list();
  }

  /** The deliveries that concern this customer alone and whose bytes are kept, oldest first. */
  public List<Delivery> deliveries(String companyId, UUID customerId) {
    return jdbc.sql(
            "select "
                + DeliveryRows.COLUMNS
                + " from delivery where company_id = :company and raw_gone_at is null"
                + " and customer_id = :customer"
                + " order by intake_sequence")
        .param("company", companyId)
        .param("customer", customerId)
        .query((row, number) -> DeliveryRows.delivery(row))
        .list();
  }

  /** The time by the clock with which it is noted when deliveries end. */
  public Instant now() {
    return jdbc.sql("select now()").query(OffsetDateTime.class).single().toInstant();
  }

  /**
   * Deliveries with kept bytes that may hold several customers' data, in the order of their ids.
   *
   * @param since those that ended before are left out
   */
  public List<Delivery> shared(String companyId, Instant since, UUID after, int most) {
    return jdbc.sql(
            "select "
                + DeliveryRows.COLUMNS
                + " from delivery where company_id = :company and raw_gone_at is null"
                + " and delivery_id > :after and customer_id is null"
                + " and (finished_at is null or finished_at >= :since)"
                + " order by delivery_id limit :most")
        .param("company", companyId)
        .param("after", after)
        .param("since", Ids.at(since))
        .param("most", most)
        .query((row, number) -> DeliveryRows.delivery(row))
        .list();
  }
}
