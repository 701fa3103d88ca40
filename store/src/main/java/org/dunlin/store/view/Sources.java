package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Identities.Named;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which connections have an invoice, or a customer, and what each says of it. */
public final class Sources {
  private final JdbcClient jdbc;

  Sources(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What one connection says of an invoice. */
  public record OfInvoice(Named named, Invoice said) {}

  /**
   * What one connection says of a customer.
   *
   * @param leads whether its word counts
   * @param reason why it is the same as the one who leads
   */
  public record OfCustomer(
      Named named, UUID id, Customer said, boolean leads, @Nullable String reason) {}

  /**
   * What a connection is to the records that several have.
   *
   * @param leads of so many its word counts
   * @param follows of so many another's does
   */
  public record Share(String connectionId, int leads, int follows) {}

  /** Of the invoices that several connections have. */
  public List<Share> sharedInvoices(String companyId) {
    return shares(
        companyId,
        """
        select distinct i.connection_id, i.invoice_id, true as leads
          from invoice_source s join invoice i using (company_id, invoice_id)
         where s.company_id = :company
        union all
        select connection_id, invoice_id, false from invoice_source where company_id = :company
        """);
  }

  /** Of the customers that several connections have. */
  public List<Share> sharedCustomers(String companyId) {
    return shares(
        companyId,
        """
        select distinct c.connection_id, c.customer_id, true as leads
          from customer_link l
          join customer c on c.company_id = l.company_id and c.customer_id = l.leader_id
         where l.company_id = :company
        union all
        select c.connection_id, c.customer_id, false
          from customer_link l join customer c using (company_id, customer_id)
         where l.company_id = :company
        """);
  }

  private List<Share> shares(String companyId, String each) {
    return jdbc.sql(
            "select connection_id, count(*) filter (where leads) as leads,"
                + " count(*) filter (where not leads) as follows from ("
                + each
                + ") e group by connection_id order by connection_id")
        .param("company", companyId)
        .query(
            (row, number) ->
                new Share(
                    row.getString("connection_id"), row.getInt("leads"), row.getInt("follows")))
        .list();
  }

  /**
   * What a program says settled a part of an invoice without money. It is in what is outstanding
   * there already.
   *
   * @param payment the program's id of the payment with which it was booked; absent where with none
   */
  public record Adjusted(
      String connectionId, AdjustmentReason reason, Money amount, @Nullable String payment) {}

  /** What its sources say was settled of an invoice without money. */
  public List<Adjusted> adjustments(String companyId, UUID invoiceId) {
    return jdbc.sql(
            """
            select a.connection_id, a.reason, a.currency, a.amount, a.payment
              from (select connection_id, source_id from invoice
                     where company_id = :company and invoice_id = :id
                    union
                    select connection_id, source_id from invoice_source
                     where company_id = :company and invoice_id = :id) s
              join booking_adjustment a
                on a.company_id = :company and a.connection_id = s.connection_id
               and a.invoice = s.source_id
             order by a.connection_id, a.stream, a.object_key, a.ordinal
            """)
        .param("company", companyId)
        .param("id", invoiceId)
        .query(
            (row, number) ->
                new Adjusted(
                    row.getString("connection_id"),
                    AdjustmentReason.valueOf(row.getString("reason")),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                    row.getString("payment")))
        .list();
  }

  /** The sources of an invoice; the one whose figures count is the first. */
  public List<OfInvoice> ofInvoice(String companyId, UUID invoiceId) {
    return jdbc.sql(
            """
            select connection_id, source_id, coalesce(own_record, record) as record, 0 as place from invoice
             where company_id = :company and invoice_id = :id
            union all
            select connection_id, source_id, record, 1 from invoice_source
             where company_id = :company and invoice_id = :id
             order by place, connection_id, source_id
            """)
        .param("company", companyId)
        .param("id", invoiceId)
        .query(
            (row, number) ->
                new OfInvoice(named(row), StoredRecord.of(row.getString("record"), Invoice.class)))
        .list();
  }

  /** All that are one with the customer, who leads them first; at least the customer itself. */
  public List<OfCustomer> ofCustomer(String companyId, UUID customerId) {
    return jdbc.sql(
            """
            with leader as (
              select coalesce((select leader_id from customer_link
                                where company_id = :company and customer_id = :id), :id) as id)
            select c.connection_id, c.source_id, c.customer_id, c.record, l.reason
              from customer c join leader on true
              left join customer_link l on l.company_id = c.company_id and l.customer_id = c.customer_id
             where c.company_id = :company and (c.customer_id = leader.id or l.leader_id = leader.id)
             order by l.reason is not null, c.connection_id, c.source_id
            """)
        .param("company", companyId)
        .param("id", customerId)
        .query(
            (row, number) ->
                new OfCustomer(
                    named(row),
                    row.getObject("customer_id", UUID.class),
                    StoredRecord.of(row.getString("record"), Customer.class),
                    row.getString("reason") == null,
                    row.getString("reason")))
        .list();
  }

  private static Named named(ResultSet row) throws SQLException {
    return new Named(row.getString("connection_id"), row.getString("source_id"));
  }
}
