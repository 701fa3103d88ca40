package org.dunlin.store.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.claim.PartPayment;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was settled of invoices, and on which days. */
public final class Settlements {
  /**
   * What the hub allocated, by the day of the payment; what went with it without money; and what a
   * program booked that is not one of these.
   */
  private static final String SETTLED =
      """
      select a.invoice_id, p.booking_date as on_date, a.amount, a.currency
        from allocation a
        join payment p using (company_id, payment_id)
        join invoice i using (company_id, invoice_id)
       where a.company_id = :company and a.invoice_id = any(:ids) and a.undone_by is null
         and a.rule is distinct from 'RETURN' and a.currency = i.currency
         and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
      union all
      select d.invoice_id, p.booking_date, d.amount, d.currency
        from adjustment d
        join payment p using (company_id, payment_id)
        join invoice i using (company_id, invoice_id)
       where d.company_id = :company and d.invoice_id = any(:ids) and d.ended is null
         and d.currency = i.currency
      union all
      select i.invoice_id, b.booking_date, l.amount, l.currency
        from invoice i
        join booking_line l on l.company_id = i.company_id and l.connection_id = i.connection_id
             and l.invoice = i.source_id
        join booking b on b.company_id = l.company_id and b.connection_id = l.connection_id
             and b.source_id = l.payment
       where i.company_id = :company and i.invoice_id = any(:ids) and not b.void
         and b.direction = 'IN' and l.currency = i.currency
         and not exists (select from allocation a
                          where a.company_id = i.company_id and a.invoice_id = i.invoice_id
                            and a.booking_connection = l.connection_id and a.booking_id = l.payment
                            and a.decision = 'BOOKED' and a.undone_by is null)
      """;

  private final JdbcClient jdbc;

  Settlements(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is known of payments of these invoices, in the order of their days. */
  public Map<UUID, List<PartPayment>> of(String companyId, Collection<UUID> invoiceIds) {
    Map<UUID, List<PartPayment>> settled = new HashMap<>();
    jdbc.sql("select * from (" + SETTLED + ") s order by on_date, amount")
        .param("company", companyId)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .query(
            row -> {
              Money amount =
                  Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount"));
              settled
                  .computeIfAbsent(row.getObject("invoice_id", UUID.class), id -> new ArrayList<>())
                  .add(new PartPayment(row.getObject("on_date", LocalDate.class), amount));
            });
    return settled;
  }

  /** The open invoices of these customers, no credit notes, the earliest issued first. */
  public List<DocumentState> openOf(String companyId, Collection<UUID> customerIds) {
    return jdbc.sql(
            """
            select record, claimed from invoice
             where company_id = :company and customer_id = any(:ids) and kind = 'INVOICE'
               and status = 'OPEN' and claimed < outstanding
             order by issue_date, invoice_id
            """)
        .param("company", companyId)
        .param("ids", customerIds.toArray(UUID[]::new))
        .query(
            (row, number) -> {
              Invoice invoice = StoredRecord.of(row.getString("record"), Invoice.class);
              return new DocumentState(
                  invoice, Money.of(invoice.currency(), row.getBigDecimal("claimed")));
            })
        .list();
  }
}
