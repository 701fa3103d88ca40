package org.dunlin.store.dunning;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.dunning.PaymentBehaviour;
import org.dunlin.core.dunning.PaymentBehaviour.InCurrency;
import org.dunlin.core.dunning.RiskLevel;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How customers have paid, and how risky that made them on the day on which it was reckoned last.
 * Who is one with another is reckoned as that one.
 */
public final class Risks {
  private static final String OF_THESE = " and i.customer_id = any(:customers)";

  /**
   * A row a customer and currency; a count without one has none. The due dates are those of core's
   * DueDates; what is settled by credit notes alone was not paid.
   */
  private static final String BEHAVIOUR =
      """
      with payment_day as (
        select i.invoice_id, p.booking_date
          from invoice i
          join allocation a using (company_id, invoice_id)
          join payment p using (company_id, payment_id)
         where i.company_id = :company and a.undone_by is null and a.rule is distinct from 'RETURN'
           and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
           and p.booking_date <= :today%1$s
        union all
        select i.invoice_id, b.booking_date
          from invoice i
          join booking_line l on l.company_id = i.company_id and l.connection_id = i.connection_id
               and l.invoice = i.source_id
          join booking b on b.company_id = l.company_id and b.connection_id = l.connection_id
               and b.source_id = l.payment
         where i.company_id = :company and not b.void and b.direction = 'IN'
           and b.booking_date <= :today%1$s),
      last_paid as (
        select invoice_id, max(booking_date) as paid_on from payment_day group by invoice_id),
      paid as (
        select i.customer_id, i.currency, i.total, z.paid_on,
               greatest(0, z.paid_on - coalesce(
                 (select max(cast(j ->> 'dueDate' as date))
                    from jsonb_array_elements(i.record -> 'instalments') j),
                 i.due_date,
                 i.issue_date + coalesce(cast(c.record ->> 'paymentTermDays' as int),
                                         cast(o.record ->> 'paymentTermDays' as int), 30))) as late
          from last_paid z
          join invoice i on i.company_id = :company and i.invoice_id = z.invoice_id
          join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
          join company o on o.company_id = i.company_id
         where i.kind = 'INVOICE' and i.issue_date <= :today
           and (i.status = 'PAID' or i.status = 'OPEN' and i.outstanding <= i.claimed)),
      known as (
        select customer_id, currency, count(*) as ever, 0 as broken,
               coalesce(sum(total) filter (where paid_on > :since), 0) as paid,
               coalesce(sum(total * late) filter (where paid_on > :since), 0) as times_late,
               0.0 as open, 0.0 as overdue
          from paid group by customer_id, currency
        union all
        select i.customer_id, i.currency, 0, 0, 0, 0, sum(i.open),
               coalesce(sum(i.open) filter (where i.due_date < :today), 0)
          from customer_due i where i.company_id = :company%1$s
         group by i.customer_id, i.currency having sum(i.open) > 0
        union all
        select i.customer_id, null, 0, count(*), 0, 0, 0, 0
          from standstill i
         where i.company_id = :company and i.kind = 'PROMISE' and i.state = 'BROKEN'
           and i.on_date > :since and i.on_date <= :today%1$s
         group by i.customer_id)
      select coalesce(l.leader_id, k.customer_id) as customer, k.currency, sum(k.ever) as ever,
             sum(k.broken) as broken, sum(k.paid) as paid, sum(k.times_late) as times_late,
             sum(k.open) as open, sum(k.overdue) as overdue
        from known k
        left join customer_link l on l.company_id = :company and l.customer_id = k.customer_id
       group by 1, 2 order by 1, 2
      """;

  private final JdbcClient jdbc;

  /** The risks of this database. */
  public Risks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * How customers have paid up to a day, by their ids.
   *
   * @param customers only these, whose records are all that is one customer; null: all
   */
  public Map<UUID, PaymentBehaviour> behaviour(
      String companyId, LocalDate today, @Nullable Collection<UUID> customers) {
    Map<UUID, PaymentBehaviour> found = new HashMap<>();
    JdbcClient.StatementSpec asked =
        jdbc.sql(BEHAVIOUR.formatted(customers == null ? "" : OF_THESE))
            .param("company", companyId)
            .param("today", today)
            .param("since", today.minusMonths(12));
    (customers == null ? asked : asked.param("customers", customers.toArray(UUID[]::new)))
        .query(
            row -> {
              found.merge(row.getObject("customer", UUID.class), behaviour(row), Risks::together);
            });
    return found;
  }

  private static PaymentBehaviour behaviour(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    return new PaymentBehaviour(
        row.getInt("ever"),
        row.getInt("broken"),
        currency == null ? List.of() : List.of(inCurrency(row, CurrencyUnit.of(currency))));
  }

  private static InCurrency inCurrency(ResultSet row, CurrencyUnit currency) throws SQLException {
    return new InCurrency(
        money(currency, row.getBigDecimal("paid")),
        row.getBigDecimal("times_late"),
        money(currency, row.getBigDecimal("open")),
        money(currency, row.getBigDecimal("overdue")));
  }

  private static Money money(CurrencyUnit currency, BigDecimal amount) {
    return Money.of(currency, amount.stripTrailingZeros());
  }

  private static PaymentBehaviour together(PaymentBehaviour one, PaymentBehaviour other) {
    List<InCurrency> currencies = new ArrayList<>(one.currencies());
    currencies.addAll(other.currencies());
    return new PaymentBehaviour(
        one.everPaid() + other.everPaid(),
        one.brokenPromises() + other.brokenPromises(),
        currencies);
  }

  /** Whether what is kept was reckoned on this day. */
  public boolean reckonedOn(String companyId, LocalDate today) {
    return jdbc.sql(
            "select exists (select from customer_risk_day"
                + " where company_id = :company and reckoned_on = :today)")
        .param("company", companyId)
        .param("today", today)
        .query(Boolean.class)
        .single();
  }

  /** The levels that are kept; who is not there is UNKNOWN. */
  public Map<UUID, RiskLevel> kept(String companyId) {
    Map<UUID, RiskLevel> kept = new HashMap<>();
    jdbc.sql("select customer_id, level from customer_risk where company_id = :company")
        .param("company", companyId)
        .query(
            row -> {
              kept.put(
                  row.getObject("customer_id", UUID.class),
                  RiskLevel.valueOf(row.getString("level")));
            });
    return kept;
  }

  /**
   * Keeps the levels of a day in place of all others, and notes those whose level is another than
   * before, and who follows them, so that dunning looks at them again.
   *
   * @param levels of whom it is known
   */
  public void keep(String companyId, Map<UUID, RiskLevel> levels, LocalDate today) {
    List<Map.Entry<UUID, RiskLevel>> all = List.copyOf(levels.entrySet());
    jdbc.sql(
            """
            with said as (
              select * from unnest(cast(:ids as uuid[]), cast(:levels as text[])) as s (customer_id, level)),
            gone as (
              delete from customer_risk r
               where r.company_id = :company
                 and not exists (select from said s where s.customer_id = r.customer_id)
              returning r.customer_id),
            other as (
              insert into customer_risk as r (company_id, customer_id, level)
              select :company, customer_id, level from said
              on conflict (company_id, customer_id) do update set level = excluded.level
               where r.level <> excluded.level
              returning r.customer_id),
            changed as (select customer_id from gone union select customer_id from other)
            insert into look_again (company_id, about, subject_id)
            select :company, 'CUSTOMER', customer_id from changed
            union
            select :company, 'CUSTOMER', l.customer_id from changed c
              join customer_link l on l.company_id = :company and l.leader_id = c.customer_id
            """)
        .param("company", companyId)
        .param("ids", all.stream().map(Map.Entry::getKey).toArray(UUID[]::new))
        .param("levels", all.stream().map(each -> each.getValue().name()).toArray(String[]::new))
        .update();
    jdbc.sql(
            """
            insert into customer_risk_day values (:company, :today)
            on conflict (company_id) do update set reckoned_on = excluded.reckoned_on
            """)
        .param("company", companyId)
        .param("today", today)
        .update();
  }
}
