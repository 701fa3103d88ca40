package org.dunlin.store.dialogue;

import java.math.RoundingMode;
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

  /**
   * The rules of a company; the usual ones where it has said nothing.
   *
   * @param currency of the company now
   */
  public ArrangementRules of(String companyId, CurrencyUnit currency) {
    return jdbc.sql("select * from arrangement_rule where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) -> {
              String said = row.getString("currency");
              CurrencyUnit kept = said == null ? currency : CurrencyUnit.of(said);
              // of an earlier currency it may have more places than the company's has
              Money least = Money.of(kept, row.getBigDecimal("least"), RoundingMode.UP);
              return new ArrangementRules(
                  row.getInt("most_instalments"), row.getInt("most_days"), least);
            })
        .optional()
        .orElseGet(
            () ->
                new ArrangementRules(
                    USUAL_INSTALMENTS, USUAL_DAYS, Money.ofMajor(currency, USUAL_LEAST)));
  }

  /** Says what a company agrees to. */
  public void put(String companyId, ArrangementRules rules) {
    jdbc.sql(
            """
            insert into arrangement_rule (company_id, most_instalments, most_days, least, currency)
            values (:company, :instalments, :days, :least, :currency)
            on conflict (company_id) do update
               set most_instalments = excluded.most_instalments, most_days = excluded.most_days,
                   least = excluded.least, currency = excluded.currency
            """)
        .param("company", companyId)
        .param("instalments", rules.mostInstalments())
        .param("days", rules.mostDays())
        .param("least", rules.least().getAmount())
        .param("currency", rules.least().getCurrencyUnit().getCode())
        .update();
  }
}
