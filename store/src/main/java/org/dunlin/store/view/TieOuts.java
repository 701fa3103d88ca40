package org.dunlin.store.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums that must tie out, by currency. */
public final class TieOuts {
  private final JdbcClient jdbc;

  TieOuts(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  private enum Sum {
    PAID,
    ALLOCATED,
    RETURNED,
    UNALLOCATED,
    OUTSTANDING,
    OPEN,
    CLAIMED
  }

  /** The sums of a company, a currency at a time. */
  public List<TieOut> of(String companyId) {
    Map<String, Map<Sum, Money>> byCurrency = new TreeMap<>();
    jdbc.sql(
            """
            select 'PAID' as sum, currency, sum(amount) as amount
              from payment where company_id = :company and direction = 'IN' group by currency
            union all
            select 'RETURNED', currency, sum(returned)
              from payment where company_id = :company and direction = 'IN' group by currency
            union all
            select 'UNALLOCATED', currency, sum(amount - claimed - returned)
              from payment where company_id = :company and direction = 'IN' group by currency
            union all
            select 'ALLOCATED', a.currency, sum(a.amount)
              from allocation a join payment p using (company_id, payment_id)
             where a.company_id = :company and p.direction = 'IN'
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED') group by a.currency
            union all
            select 'OUTSTANDING', currency, sum(outstanding)
              from invoice where company_id = :company and kind = 'INVOICE' and status = 'OPEN'
             group by currency
            union all
            select 'OPEN', currency, sum(outstanding - claimed)
              from invoice where company_id = :company and kind = 'INVOICE' and status = 'OPEN'
             group by currency
            union all
            select 'CLAIMED', a.currency, sum(case when a.rule = 'RETURN' then -a.amount else a.amount end)
              from allocation a join invoice i using (company_id, invoice_id)
             where a.company_id = :company and i.kind = 'INVOICE' and i.status = 'OPEN'
               and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') group by a.currency
            """)
        .param("company", companyId)
        .query(
            row -> {
              byCurrency
                  .computeIfAbsent(row.getString("currency"), c -> new EnumMap<>(Sum.class))
                  .put(Sum.valueOf(row.getString("sum")), Columns.money(row, "amount"));
            });
    return byCurrency.entrySet().stream()
        .map(entry -> tieOut(CurrencyUnit.of(entry.getKey()), entry.getValue()))
        .toList();
  }

  private static TieOut tieOut(CurrencyUnit currency, Map<Sum, Money> sums) {
    Money zero = Money.zero(currency);
    return new TieOut(
        sums.getOrDefault(Sum.PAID, zero),
        sums.getOrDefault(Sum.ALLOCATED, zero),
        sums.getOrDefault(Sum.RETURNED, zero),
        sums.getOrDefault(Sum.UNALLOCATED, zero),
        sums.getOrDefault(Sum.OUTSTANDING, zero),
        sums.getOrDefault(Sum.OPEN, zero),
        sums.getOrDefault(Sum.CLAIMED, zero));
  }
}
