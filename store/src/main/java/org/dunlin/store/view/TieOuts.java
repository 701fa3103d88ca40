package org.dunlin.store.view;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sums that must tie out, by currency, from the figures that are kept of each table. */
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
    jdbc.sql("select currency, sum, amount from tie_out_kept where company_id = :company")
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
