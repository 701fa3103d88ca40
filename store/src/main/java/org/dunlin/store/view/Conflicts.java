package org.dunlin.store.view;

import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Allocations of the hub that a later fact of the source contradicts. */
public final class Conflicts {
  private final JdbcClient jdbc;

  Conflicts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An allocation that gave way.
   *
   * @param invoice its number
   * @param dated when the payment was booked, or the credit note issued
   * @param settledBy the payer's name, or the credit note; null where the bank names no payer
   * @param amount what was allocated of it
   */
  public record Line(
      String invoice, String customer, LocalDate dated, @Nullable String settledBy, Money amount) {}

  /** The newest first. */
  public List<Line> newest(String companyId, int most) {
    return jdbc.sql(
            """
            select i.number, c.name as customer, coalesce(p.booking_date, n.issue_date) as dated,
                   coalesce(p.record ->> 'payerName', 'credit note ' || n.number) as settled_by,
                   a.currency, a.amount
              from allocation a
              join invoice i using (company_id, invoice_id)
              join customer c using (company_id, customer_id)
              left join payment p using (company_id, payment_id)
              left join invoice n on n.company_id = a.company_id and n.invoice_id = a.credit_note_id
             where a.company_id = :company and a.decision = 'CONFLICT'
             order by a.allocation_id desc limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query(
            (row, number) ->
                new Line(
                    row.getString("number"),
                    row.getString("customer"),
                    row.getObject("dated", LocalDate.class),
                    row.getString("settled_by"),
                    Columns.money(row, "amount")))
        .list();
  }
}
