package org.dunlin.store.ledger;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.ledger.Payments.Credit;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums what customers have as credit. */
final class CreditSums {
  private CreditSums() {}

  static List<Credit> of(JdbcClient jdbc, String companyId) {
    return jdbc.sql(
            """
            select leader_of(company_id, credit_of) as customer, currency,
                   sum(amount - claimed - returned) as credit
              from payment
             where company_id = :company and credit_of is not null and claimed + returned < amount
             group by 1, 2 order by 1, 2
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Credit(
                    row.getObject("customer", UUID.class),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("credit"))))
        .list();
  }
}
