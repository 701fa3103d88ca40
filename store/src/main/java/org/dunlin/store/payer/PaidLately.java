package org.dunlin.store.payer;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was paid of a customer's invoices, as its payer may see it: nobody else's name is in it. */
public final class PaidLately {
  private final JdbcClient jdbc;

  /** Of this database. */
  public PaidLately(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What was applied to one invoice.
   *
   * @param on the day of the booking, or of the credit note
   * @param credit whether a credit note settled it
   */
  public record Line(LocalDate on, String number, Money amount, boolean credit) {}

  /** The latest, of what counts: nothing that is only suggested, given back or contradicted. */
  public List<Line> of(String companyId, UUID customerId, int most) {
    return jdbc.sql(
            """
            select coalesce(p.booking_date, n.issue_date) as on_date, i.number, a.amount, a.currency,
                   a.credit_note_id is not null as credit
              from allocation a
              join invoice i on i.company_id = a.company_id and i.invoice_id = a.invoice_id
              left join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
              left join invoice n on n.company_id = a.company_id and n.invoice_id = a.credit_note_id
             where a.company_id = :company and i.customer_id = :customer and a.undone_by is null
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
               and a.rule is distinct from 'RETURN'
             order by on_date desc nulls last, a.allocation_id desc limit :most
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .param("most", most)
        .query(
            (row, number) ->
                new Line(
                    row.getObject("on_date", LocalDate.class),
                    row.getString("number"),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
                    row.getBoolean("credit")))
        .list();
  }
}
