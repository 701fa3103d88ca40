package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that has not found all its invoices, and returns that have not found their payment. */
public final class UnallocatedPayments {
  private final JdbcClient jdbc;

  UnallocatedPayments(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A payment of which something is left.
   *
   * @param wentBack whether it is a return: money that left
   * @param suggested the numbers of the invoices that matching offers first; empty where it offers
   *     none
   * @param evidence why it offers them
   */
  public record Line(
      boolean wentBack,
      LocalDate bookingDate,
      @Nullable String payer,
      @Nullable String remittance,
      Money amount,
      Money unallocated,
      List<String> suggested,
      @Nullable String evidence) {}

  /** How many came in that have something left, and how much that is, in one currency. */
  public record Total(int payments, Money unallocated) {}

  /** The totals, a currency at a time. */
  public List<Total> totals(String companyId) {
    return jdbc.sql(
            """
            select currency, count(*) as payments, sum(amount - claimed - returned) as unallocated
              from payment
             where company_id = :company and direction = 'IN' and claimed + returned < amount
               and set_aside_by is null
             group by currency order by currency
            """)
        .param("company", companyId)
        .query(
            (row, number) -> new Total(row.getInt("payments"), Columns.money(row, "unallocated")))
        .list();
  }

  /** The payments, newest first, each with the first suggestion. */
  public List<Line> newest(String companyId, int most) {
    return jdbc.sql(
            """
            select p.booking_date, p.currency, p.amount, p.amount - p.claimed - p.returned as unallocated,
                   p.direction = 'OUT' as went_back,
                   p.record ->> 'payerName' as payer, p.record ->> 'remittance' as remittance,
                   s.numbers, s.evidence
              from payment p left join lateral (
                     select array_agg(i.number order by i.number) as numbers,
                            min(array_to_string(a.evidence, '; ')) as evidence
                       from allocation a join invoice i using (company_id, invoice_id)
                      where a.company_id = p.company_id and a.payment_id = p.payment_id
                        and a.decision = 'SUGGESTED' and coalesce(a.rank, 1) = 1) s on true
             where p.company_id = :company and p.claimed + p.returned < p.amount and p.set_aside_by is null
               and (p.direction = 'IN' or p.kind = 'RETURN')
             order by p.booking_date desc, p.payment_id desc limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query((row, number) -> line(row))
        .list();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getBoolean("went_back"),
        row.getObject("booking_date", LocalDate.class),
        row.getString("payer"),
        row.getString("remittance"),
        Columns.money(row, "amount"),
        Columns.money(row, "unallocated"),
        Columns.texts(row, "numbers"),
        row.getString("evidence"));
  }
}
