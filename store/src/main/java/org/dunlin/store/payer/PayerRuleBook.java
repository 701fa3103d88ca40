package org.dunlin.store.payer;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies let their customers do on the payer's page. */
public final class PayerRuleBook {
  private final JdbcClient jdbc;

  /** The rules of this database. */
  public PayerRuleBook(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The rules of a company; the usual ones where it has said nothing. */
  public PayerRules of(String companyId) {
    return jdbc.sql("select * from payer_rule where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) ->
                new PayerRules(row.getInt("promise_days"), row.getBoolean("agrees_at_once")))
        .optional()
        .orElse(PayerRules.USUAL);
  }

  /** Says what they are. */
  public void put(String companyId, PayerRules rules) {
    jdbc.sql(
            """
            insert into payer_rule values (:company, :days, :agrees)
            on conflict (company_id) do update
               set promise_days = excluded.promise_days, agrees_at_once = excluded.agrees_at_once
            """)
        .param("company", companyId)
        .param("days", rules.promiseDays())
        .param("agrees", rules.agreesAtOnce())
        .update();
  }
}
