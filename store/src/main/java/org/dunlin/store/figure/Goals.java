package org.dunlin.store.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dunlin.core.figure.Goal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies want of their receivables. */
public final class Goals {
  private final JdbcClient jdbc;

  Goals(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A goal and who said it when. */
  public record Said(Goal goal, String by, LocalDate on) {}

  /** The goal of a company. */
  public Optional<Said> of(String companyId) {
    return jdbc.sql(
            "select kind, most, said_by, said_on from company_goal where company_id = :company")
        .param("company", companyId)
        .query(
            (row, number) ->
                new Said(
                    new Goal(Goal.Kind.valueOf(row.getString("kind")), row.getInt("most")),
                    row.getString("said_by"),
                    row.getObject("said_on", LocalDate.class)))
        .optional();
  }

  /** Sets the goal of a company in place of any before. */
  public void put(String companyId, Goal goal, String by, LocalDate today) {
    jdbc.sql(
            """
            insert into company_goal (company_id, kind, most, said_by, said_on)
            values (:company, :kind, :most, :by, :on)
            on conflict (company_id) do update
               set kind = excluded.kind, most = excluded.most, said_by = excluded.said_by,
                   said_on = excluded.said_on
            """)
        .param("company", companyId)
        .param("kind", goal.kind().name())
        .param("most", goal.most())
        .param("by", by)
        .param("on", today)
        .update();
  }

  /** Takes the goal of a company away; whether it had one. */
  public boolean remove(String companyId) {
    return jdbc.sql("delete from company_goal where company_id = :company")
            .param("company", companyId)
            .update()
        > 0;
  }

  /** What is open of invoices that were due before a day, by currency. */
  public Map<CurrencyUnit, Money> dueBefore(String companyId, LocalDate day) {
    Map<CurrencyUnit, Money> open = new TreeMap<>();
    jdbc.sql(
            """
            select currency, sum(open) as open
              from (select currency, due_date, open from company_due where company_id = :company
                    union all
                    select currency, due_date, open from company_due_change where company_id = :company) f
             where due_date < :day group by currency
            """)
        .param("company", companyId)
        .param("day", day)
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              BigDecimal sum = row.getBigDecimal("open");
              open.put(currency, Money.of(currency, sum));
            });
    return open;
  }
}
