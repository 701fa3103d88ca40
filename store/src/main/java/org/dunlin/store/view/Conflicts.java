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
   * @param amount what was allocated of the payment
   */
  public record Line(
      String invoice,
      String customer,
      LocalDate bookingDate,
      @Nullable String payer,
      Money amount) {}

  /** The newest first. */
  public List<Line> newest(String companyId, int most) {
    return jdbc.sql(
            """
            select i.number, c.name as customer, p.booking_date, p.record ->> 'payerName' as payer,
                   a.currency, a.amount
              from allocation a
              join invoice i using (company_id, invoice_id)
              join customer c using (company_id, customer_id)
              join payment p using (company_id, payment_id)
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
                    row.getObject("booking_date", LocalDate.class),
                    row.getString("payer"),
                    Columns.money(row, "amount")))
        .list();
  }
}
