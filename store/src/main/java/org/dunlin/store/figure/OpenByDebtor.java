package org.dunlin.store.figure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.figure.Expected.Ground;
import org.dunlin.core.figure.Expected.Part;
import org.dunlin.core.figure.Expected.Said;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is open by due date, of all and of those who owe most, and what was said of it. */
public final class OpenByDebtor {
  /** A due date that no calendar has stands for none. */
  private static final String DUE = "nullif(due_date, 'infinity') as due";

  private final JdbcClient jdbc;

  OpenByDebtor(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The names of those who owe most in a currency by their ids, the largest first. */
  public Map<UUID, String> largest(String companyId, CurrencyUnit currency, int most) {
    Map<UUID, String> names = new LinkedHashMap<>();
    jdbc.sql(
            """
            select f.customer_id, c.name
              from (select * from customer_figure
                     where company_id = :company and currency = :currency and invoices > 0
                     order by open desc, customer_id limit :most) f
              join customer c on c.company_id = f.company_id and c.customer_id = f.customer_id
             order by f.open desc, f.customer_id
            """)
        .param("company", companyId)
        .param("currency", currency.getCode())
        .param("most", most)
        .query(
            row -> {
              names.put(row.getObject("customer_id", UUID.class), row.getString("name"));
            });
    return names;
  }

  /** What each of these owes in a currency, by due date. */
  public Map<UUID, List<Part>> of(
      String companyId, CurrencyUnit currency, Collection<UUID> customers) {
    Map<UUID, List<Part>> parts = new HashMap<>();
    jdbc.sql(
            "select customer_id, "
                + DUE
                + ", open from customer_due where company_id = :company and currency = :currency"
                + " and customer_id = any(:customers) and open <> 0")
        .param("company", companyId)
        .param("currency", currency.getCode())
        .param("customers", customers.toArray(UUID[]::new))
        .query(
            row -> {
              parts
                  .computeIfAbsent(
                      row.getObject("customer_id", UUID.class), none -> new ArrayList<>())
                  .add(part(row, currency));
            });
    return parts;
  }

  /** What all owe in a currency, by due date. */
  public List<Part> ofAll(String companyId, CurrencyUnit currency) {
    return jdbc.sql(
            """
            select nullif(due_date, 'infinity') as due, sum(open) as open
              from (select due_date, open from company_due where company_id = :company and currency = :currency
                    union all
                    select due_date, open from company_due_change
                     where company_id = :company and currency = :currency) f
             group by due_date having sum(open) <> 0 order by due_date
            """)
        .param("company", companyId)
        .param("currency", currency.getCode())
        .query((row, number) -> part(row, currency))
        .list();
  }

  /**
   * What is under way, was promised or agreed, or is contested in a currency, by customer. What was
   * due to come before today did not.
   */
  public Map<UUID, List<Said>> said(String companyId, CurrencyUnit currency, LocalDate today) {
    Map<UUID, List<Said>> said = new HashMap<>();
    jdbc.sql(
            """
            select customer_id, 'PAYING' as ground, cast(:today as date) as on_date, amount from checkout
             where company_id = :company and currency = :currency and payment_id is null
               and state in ('PENDING', 'PAID')
            union all
            select customer_id, 'DEBIT', greatest(collect_on, :today), amount from debit
             where company_id = :company and currency = :currency and not tested
               and state in ('ANNOUNCED', 'IN_FILE', 'SUBMITTED')
            union all
            select customer_id, 'AGREED', on_date, amount from standstill
             where company_id = :company and currency = :currency and state = 'OPEN' and kind = 'PROMISE'
               and on_date >= :today
            union all
            select s.customer_id, 'AGREED', cast(j ->> 'dueDate' as date), cast(j ->> 'amount' as numeric)
              from standstill s cross join lateral jsonb_array_elements(s.record -> 'instalments') j
             where s.company_id = :company and s.currency = :currency and s.state = 'AGREED'
               and s.kind = 'ARRANGEMENT' and cast(j ->> 'dueDate' as date) >= :today
            union all
            select customer_id, 'CONTESTED', null, amount from standstill
             where company_id = :company and currency = :currency and state in ('OPEN', 'ACCEPTED')
               and kind = 'DISPUTE'
            """)
        .param("company", companyId)
        .param("currency", currency.getCode())
        .param("today", today)
        .query(
            row -> {
              said.computeIfAbsent(
                      row.getObject("customer_id", UUID.class), none -> new ArrayList<>())
                  .add(
                      new Said(
                          Ground.valueOf(row.getString("ground")),
                          row.getObject("on_date", LocalDate.class),
                          Money.of(currency, row.getBigDecimal("amount"))));
            });
    return said;
  }

  private static Part part(ResultSet row, CurrencyUnit currency) throws SQLException {
    return new Part(
        row.getObject("due", LocalDate.class), Money.of(currency, row.getBigDecimal("open")));
  }
}
