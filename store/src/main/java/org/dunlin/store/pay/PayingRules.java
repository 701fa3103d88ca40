package org.dunlin.store.pay;

import javax.sql.DataSource;
import org.dunlin.core.profile.Paying;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How companies let their customers pay by links. */
public final class PayingRules {
  private final JdbcClient jdbc;

  /** The rules of this database. */
  public PayingRules(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The rules of a company; the usual ones where it has said nothing. */
  public Paying of(String companyId) {
    return jdbc.sql("select * from paying_rule where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) ->
                new Paying(
                    row.getBoolean("part_payments"),
                    row.getInt("link_days"),
                    row.getBoolean("write_links")))
        .optional()
        .orElse(Paying.USUAL);
  }

  /** Says how a company lets its customers pay. */
  public void put(String companyId, Paying paying) {
    jdbc.sql(
            """
            insert into paying_rule values (:company, :parts, :days, :write)
            on conflict (company_id) do update
               set part_payments = excluded.part_payments, link_days = excluded.link_days,
                   write_links = excluded.write_links
            """)
        .param("company", companyId)
        .param("parts", paying.partPayments())
        .param("days", paying.linkDays())
        .param("write", paying.writeLinks())
        .update();
  }
}
