package org.dunlin.store.view;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Some of a company's open invoices, looked at for what is plainly wrong with them. */
public final class OpenSample {
  private static final int MOST = 2_000;

  private final JdbcClient jdbc;

  OpenSample(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What was seen.
   *
   * @param looked how many invoices were looked at
   * @param undated of these, how many have no due date
   * @param implausible of these, how many are due before they were issued, or more than half a year
   *     later
   * @param unreachable of their customers, how many have no e-mail address
   * @param customers how many customers they are of
   */
  public record Seen(int looked, int undated, int implausible, int unreachable, int customers) {}

  /** What is seen in at most 2,000 of them. */
  public Seen of(String companyId) {
    return jdbc.sql(
            """
            with chosen as materialized (
              select invoice_id from open_instalment
               where company_id = :company and earliest and kind = 'INVOICE'
               limit :most),
            looked as (
              select i.customer_id, i.issue_date, i.due_date from chosen
                join invoice i on i.company_id = :company and i.invoice_id = chosen.invoice_id),
            who as (
              select c.record ->> 'email' is null as unreachable from customer c
               where c.company_id = :company
                 and c.customer_id in (select customer_id from looked))
            select (select count(*) from looked) as looked,
                   (select count(*) from looked where due_date is null) as undated,
                   (select count(*) from looked
                     where due_date < issue_date or due_date > issue_date + 183) as implausible,
                   (select count(*) from who where unreachable) as unreachable,
                   (select count(*) from who) as customers
            """)
        .param("company", companyId)
        .param("most", MOST)
        .query(
            (row, number) ->
                new Seen(
                    row.getInt("looked"),
                    row.getInt("undated"),
                    row.getInt("implausible"),
                    row.getInt("unreachable"),
                    row.getInt("customers")))
        .single();
  }
}
