package org.dunlin.store.claim;

import java.math.BigDecimal;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies' terms say of claims. */
public final class ClaimTermsBook {
  private final JdbcClient jdbc;

  ClaimTermsBook(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What a company said. */
  public ClaimTerms of(String companyId) {
    return jdbc.sql("select * from claim_terms where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) -> {
              BigDecimal fee = row.getBigDecimal("step_fee");
              return new ClaimTerms(
                  row.getBigDecimal("agreed_rate"),
                  fee == null ? null : Money.of(CurrencyUnit.of(row.getString("currency")), fee),
                  row.getBoolean("consumer_clause"),
                  row.getString("rates"),
                  row.getString("said_by"),
                  row.getTimestamp("said_at").toInstant());
            })
        .optional()
        .orElse(ClaimTerms.NOTHING);
  }

  /** Keeps what a company says now, in place of what it said before. */
  public void put(String companyId, ClaimTerms terms, String by) {
    Money fee = terms.stepFee();
    jdbc.sql(
            """
            insert into claim_terms (company_id, agreed_rate, step_fee, currency, consumer_clause, rates,
                                     said_by, said_at)
            values (:company, :rate, :fee, :currency, :clause, :rates, :by, now())
            on conflict (company_id) do update
               set agreed_rate = excluded.agreed_rate, step_fee = excluded.step_fee,
                   currency = excluded.currency, consumer_clause = excluded.consumer_clause,
                   rates = excluded.rates, said_by = excluded.said_by, said_at = excluded.said_at
            """)
        .param("company", companyId)
        .param("rate", terms.agreedRate())
        .param("fee", fee == null ? null : fee.getAmount())
        .param("currency", fee == null ? null : fee.getCurrencyUnit().getCode())
        .param("clause", terms.consumerClause())
        .param("rates", terms.rates())
        .param("by", by)
        .update();
  }
}
