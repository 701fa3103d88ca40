package org.dunlin.store.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dunlin.core.figure.Sales;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies sold, as triggers keep it with each invoice. */
public final class SalesByMonth {
  private final JdbcClient jdbc;

  SalesByMonth(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** All sales of a company until a day's month, by currency. */
  public Map<CurrencyUnit, Sales> of(String companyId, LocalDate today) {
    Map<CurrencyUnit, TreeMap<YearMonth, Money>> months = new HashMap<>();
    jdbc.sql(
            """
            select currency, month, invoiced - credited as sold from sales_kept
             where company_id = :company and month <= :today
            """)
        .param("company", companyId)
        .param("today", today)
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              months
                  .computeIfAbsent(currency, none -> new TreeMap<>())
                  .put(
                      YearMonth.from(row.getObject("month", LocalDate.class)),
                      Money.of(currency, row.getBigDecimal("sold")));
            });
    Map<CurrencyUnit, Sales> sales = new HashMap<>();
    months.forEach((currency, sold) -> sales.put(currency, new Sales(currency, sold)));
    return sales;
  }
}
