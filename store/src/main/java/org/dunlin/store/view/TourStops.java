package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The records of a company from which somebody new understands most: only the newest are looked at.
 */
public final class TourStops {
  private static final int NEWEST = 300;

  private final JdbcClient jdbc;

  TourStops(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What to show; each is absent while there is none.
   *
   * @param customer whose invoice was paid, if possible after a reminder
   * @param invoice of that customer, to which a payment was allocated
   * @param message a reminder, if possible to that customer
   * @param delivery what brought the payment, else the newest
   */
  public record Stops(
      @Nullable UUID customer,
      @Nullable UUID invoice,
      @Nullable UUID message,
      @Nullable UUID delivery) {}

  /** What to show of a company. */
  public Stops of(String companyId) {
    return jdbc.sql(
            """
            with paid as (
              select i.customer_id, a.invoice_id, a.payment_id, a.allocation_id
                from (select * from allocation where company_id = :company
                       order by allocation_id desc limit :newest) a
                join invoice i using (company_id, invoice_id)
               where a.payment_id is not null and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                 and a.undone_by is null),
            reminder as (
              select * from (select effect_id, customer_id, kind, state, sequence from effect
                              where company_id = :company order by sequence desc limit :newest) e
               where kind = 'EMAIL' and state <> 'CANCELLED'),
            told as (
              select p.customer_id, p.invoice_id, p.payment_id, r.effect_id
                from paid p left join reminder r using (customer_id)
               order by r.effect_id is null, p.allocation_id desc, r.sequence desc limit 1)
            select coalesce(t.customer_id, r.customer_id, (
                     select customer_id from customer_figure where company_id = :company limit 1)) as customer,
                   coalesce(t.invoice_id, (
                     select invoice_id from open_instalment where company_id = :company limit 1)) as invoice,
                   coalesce(t.effect_id, r.effect_id) as message,
                   coalesce(
                     (select delivery_id from payment p join delivery using (company_id, delivery_id)
                       where p.company_id = :company and p.payment_id = t.payment_id),
                     (select delivery_id from delivery where company_id = :company
                       order by intake_sequence desc limit 1)) as delivery
              from (select 1) one left join told t on true
              left join (select * from reminder order by sequence desc limit 1) r on true
            """)
        .param("company", companyId)
        .param("newest", NEWEST)
        .query(TourStops::stops)
        .single();
  }

  private static Stops stops(ResultSet row, int number) throws SQLException {
    return new Stops(
        row.getObject("customer", UUID.class),
        row.getObject("invoice", UUID.class),
        row.getObject("message", UUID.class),
        row.getObject("delivery", UUID.class));
  }
}
