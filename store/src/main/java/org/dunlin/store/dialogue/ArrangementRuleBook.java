package org.dunlin.store.dialogue;

import javax.sql.DataSource;
import org.dunlin.core.agreement.ArrangementRules;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What arrangements companies agree to. */
public final class ArrangementRuleBook {
  private static final int USUAL_INSTALMENTS = 6;
  private static final int USUAL_DAYS = 180;
  private static final int USUAL_LEAST = 25;

  private final JdbcClient jdbc;

  /** The rules of this database. */
  public ArrangementRuleBook(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The rules of a company; the usual ones where it has said nothing. */
  public ArrangementRules of(String companyId, CurrencyUnit currency) {
    return jdbc.sql("select * from arrangement_rule where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) ->
                new ArrangementRules(
                    row.getInt("most_instalments"),
                    row.getInt("most_days"),
                    Money.of(currency, row.getBigDecimal("least"))))
        .optional()
        .orElseGet(
            () ->
                new ArrangementRules(
                    USUAL_INSTALMENTS, USUAL_DAYS, Money.of(currency, USUAL_LEAST)));
  }

  /** Says what a company agrees to. */
  public void put(String companyId, ArrangementRules rules) {
    jdbc.sql(
            """
            insert into arrangement_rule values (:company, :instalments, :days, :least)
            on conflict (company_id) do update
               set most_instalments = excluded.most_instalments, most_days = excluded.most_days,
                   least = excluded.least
            """)
        .param("company", companyId)
        .param("instalments", rules.mostInstalments())
        .param("days", rules.mostDays())
        .param("least", rules.least().getAmount())
        .update();
  }
}
