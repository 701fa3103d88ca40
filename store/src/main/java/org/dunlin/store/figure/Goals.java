package org.dunlin.store.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.figure.Goal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies want of their receivables. */
public final class Goals {
  /** So many customers may have days of their own, since each is looked at by itself. */
  public static final int MOST_OWN = 100;

  private static final String OVERDUE =
      """
      select currency, sum(open) as open
        from (select currency, open from company_due
               where company_id = :company and due_date < cast(:today as date) - :most
              union all
              select currency, open from company_due_change
               where company_id = :company and due_date < cast(:today as date) - :most
              union all
              select d.currency, case when d.due_date < cast(:today as date) - g.most then d.open else 0 end
                               - case when d.due_date < cast(:today as date) - :most then d.open else 0 end
                from customer_goal g join customer_due d using (company_id, customer_id)
               where g.company_id = :company) f
       group by currency
      """;

  private static final String SINCE_ISSUE =
      """
      select currency, sum(open) as open
        from (select currency, open from issued_open
               where company_id = :company and issue_date < cast(:today as date) - :most
              union all
              select currency, open from issued_open_change
               where company_id = :company and issue_date < cast(:today as date) - :most
              union all
              select i.currency, (i.outstanding - i.claimed)
                       * (cast(i.issue_date < cast(:today as date) - g.most as int)
                          - cast(i.issue_date < cast(:today as date) - :most as int))
                from customer_goal g
                join open_instalment o on o.company_id = g.company_id and o.customer_id = g.customer_id
                     and o.earliest and o.kind = 'INVOICE'
                join invoice i on i.company_id = o.company_id and i.invoice_id = o.invoice_id
               where g.company_id = :company) f
       group by currency
      """;

  private final JdbcClient jdbc;

  Goals(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A goal and who said it when. */
  public record Said(Goal goal, String by, LocalDate on) {}

  /**
   * A customer whose days count in place of those of the goal.
   *
   * @param number the customer's; absent where it has none
   */
  public record OwnDays(
      UUID customerId, @Nullable String number, String name, int most, String by, LocalDate on) {}

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

  /**
   * What of invoices does not keep to a goal of days, by currency: from what is kept of all
   * customers by day, with the difference that those make who have days of their own.
   */
  public Map<CurrencyUnit, Money> beyond(String companyId, Goal goal, LocalDate today) {
    String query =
        switch (goal.kind()) {
          case DAYS_OVERDUE -> OVERDUE;
          case DAYS_SINCE_ISSUE -> SINCE_ISSUE;
          case OVERDUE_SHARE -> throw new IllegalArgumentException("a share is of no day");
        };
    Map<CurrencyUnit, Money> open = new TreeMap<>();
    jdbc.sql(query)
        .param("company", companyId)
        .param("most", goal.most())
        .param("today", today)
        .query(
            row -> {
              CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
              BigDecimal sum = row.getBigDecimal("open");
              open.put(currency, Money.of(currency, sum));
            });
    return open;
  }

  /** The customers of a company who have days of their own, by name. */
  public List<OwnDays> own(String companyId) {
    return jdbc.sql(
            """
            select g.customer_id, c.number, c.name, g.most, g.said_by, g.said_on
              from customer_goal g join customer c using (company_id, customer_id)
             where g.company_id = :company order by lower(c.name), g.customer_id
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new OwnDays(
                    row.getObject("customer_id", UUID.class),
                    row.getString("number"),
                    row.getString("name"),
                    row.getInt("most"),
                    row.getString("said_by"),
                    row.getObject("said_on", LocalDate.class)))
        .list();
  }

  /**
   * Gives a customer days of its own in place of any before; false where as many customers as can
   * have some already.
   */
  public boolean putOwn(String companyId, UUID customerId, int most, String by, LocalDate today) {
    return jdbc.sql(
                """
                insert into customer_goal (company_id, customer_id, most, said_by, said_on)
                select :company, :customer, :most, :by, :on
                 where (select count(*) from customer_goal
                         where company_id = :company and customer_id <> :customer) < :limit
                on conflict (company_id, customer_id) do update
                   set most = excluded.most, said_by = excluded.said_by, said_on = excluded.said_on
                """)
            .param("company", companyId)
            .param("customer", customerId)
            .param("most", most)
            .param("by", by)
            .param("on", today)
            .param("limit", MOST_OWN)
            .update()
        > 0;
  }

  /** Takes the days of its own from a customer; whether it had some. */
  public boolean removeOwn(String companyId, UUID customerId) {
    return jdbc.sql(
                "delete from customer_goal where company_id = :company and customer_id = :customer")
            .param("company", companyId)
            .param("customer", customerId)
            .update()
        > 0;
  }
}
