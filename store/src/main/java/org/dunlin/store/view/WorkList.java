package org.dunlin.store.view;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What there is to do for people, derived from what it is about: a task is there as long as its
 * cause is, or until a person says that it is done where nothing else could.
 */
public final class WorkList {
  /** Days after the day on which a task is due until it is escalated. */
  public static final int DAYS_UNTIL_ESCALATED = 5;

  private static final String OPEN =
      """
      (select sum(i.outstanding - i.claimed) from standstill_invoice x join invoice i using (company_id, invoice_id)
        where x.company_id = s.company_id and x.standstill_id = s.standstill_id and i.status = 'OPEN')
      """;

  private static final String ONE_INVOICE =
      """
      (select case when count(*) = 1 then cast(min(cast(x.invoice_id as text)) as uuid) end from standstill_invoice x
        where x.company_id = s.company_id and x.standstill_id = s.standstill_id)
      """;

  private static final String ASKED =
      """
      cross join lateral (
        select t ->> 'currency' as currency, sum(cast(t ->> 'amount' as numeric)) as amount
          from jsonb_array_elements(a.record -> 'items') t group by 1 order by 2 desc limit 1) asked
      """;

  private static final String LARGEST =
      """
      left join lateral (
        select f.currency, f.open as amount from customer_figure f
         where f.company_id = w.company_id and f.customer_id = leader_of(w.company_id, w.customer_id)
           and f.invoices > 0
         order by f.open desc limit 1) owed on true
      """;

  private static final String CAUSES =
      """
      select 'CALL' as kind, a.action_id as subject_id, a.customer_id, cast(null as uuid) as invoice_id,
             a.on_date as due, a.on_date + :days as deadline, asked.amount, asked.currency
        from action a %3$s
       where a.company_id = :company and a.state in ('DUE', 'AWAITING_APPROVAL') and a.record ->> 'channel' = 'CALL'
      union all
      select 'BROKEN_' || s.kind, cast(s.standstill_id as text), s.customer_id, %2$s, s.changed_on,
             s.changed_on + :days, %1$s, s.currency
        from standstill s
       where s.company_id = :company and s.state = 'BROKEN' and %1$s > 0
      union all
      select case s.state when 'PROPOSED' then 'PROPOSAL' when 'ACCEPTED' then 'CREDIT' else 'DISPUTE' end,
             cast(s.standstill_id as text), s.customer_id, %2$s,
             case s.state when 'PROPOSED' then s.made_on when 'ACCEPTED' then s.changed_on else s.on_date end,
             case s.state when 'PROPOSED' then s.made_on + :days when 'ACCEPTED' then s.changed_on + :days
                          else s.on_date end,
             s.amount, s.currency
        from standstill s
       where s.company_id = :company and s.state in ('OPEN', 'PROPOSED', 'AGREED', 'ACCEPTED')
         and (s.kind = 'DISPUTE' or s.state = 'PROPOSED')
      union all
      select 'CONFLICT', cast(l.allocation_id as text), i.customer_id, i.invoice_id, l.business_date,
             l.business_date + :days, l.amount, l.currency
        from allocation l join invoice i using (company_id, invoice_id)
       where l.company_id = :company and l.decision = 'CONFLICT'
         and not being_taken_back(l.company_id, l.allocation_id)
      union all
      select 'HANDOVER', cast(e.effect_id as text), a.customer_id, null, e.business_date,
             e.business_date + :days, asked.amount, asked.currency
        from effect e join action a using (company_id, action_id) %3$s
       where e.company_id = :company and e.state = 'AWAITING_APPROVAL' and e.kind = 'HANDOVER'
      union all
      select 'RECALLED', cast(h.hand_over_id as text), h.customer_id, null, h.ended_on, h.ended_on + :days,
             null, null
        from hand_over h
       where h.company_id = :company and h.ended = 'PAID'
         and not exists (
              select from hand_over_invoice x join invoice i using (company_id, invoice_id)
               where x.company_id = h.company_id and x.hand_over_id = h.hand_over_id
                 and i.status = 'OPEN' and i.outstanding > i.claimed)
      union all
      select 'REOPEN', cast(h.hand_over_id as text), h.customer_id, null, h.ended_on, h.ended_on + :days,
             again.amount, again.currency
        from hand_over h
       cross join lateral (
         select sum(least(x.amount, i.outstanding - i.claimed)) as amount, x.currency
           from hand_over_invoice x join invoice i using (company_id, invoice_id)
          where x.company_id = h.company_id and x.hand_over_id = h.hand_over_id
            and i.status = 'OPEN' and i.outstanding > i.claimed
          group by x.currency order by 1 desc limit 1) again
       where h.company_id = :company and h.ended = 'PAID'
      union all
      select 'DEBIT', cast(d.debit_id as text), d.customer_id, d.invoice_id, d.ended_on, d.ended_on + :days,
             d.amount, d.currency
        from debit d
       where d.company_id = :company and d.asks is not null
      union all
      select 'UNKNOWN_SEND', cast(e.effect_id as text), a.customer_id, null, e.business_date,
             e.business_date + :days, asked.amount, asked.currency
        from effect e join action a using (company_id, action_id) %3$s
       where e.company_id = :company and e.state = 'UNKNOWN'
      union all
      select case when w.outcome is not null then 'WRONG_NUMBER' else w.kind end, cast(w.entry_id as text),
             w.customer_id, w.invoice_id, w.made_on, w.made_on + :days, owed.amount, owed.currency
        from (select e.company_id, e.entry_id, e.customer_id, e.invoice_id, e.kind, e.outcome, e.made_on
                from dialogue_entry e
               where e.company_id = :company and (e.kind = 'ANSWER' or e.outcome = 'WRONG_NUMBER')
                 and not exists (
                      select from task_mark m
                       where m.company_id = :company and m.subject_id = cast(e.entry_id as text)
                         and m.kind = case when e.outcome is not null then 'WRONG_NUMBER' else e.kind end
                         and m.done_at is not null)) w %4$s
      union all
      select 'BOUNCE', cast(w.effect_id as text), w.customer_id, null, w.business_date, w.business_date + :days,
             owed.amount, owed.currency
        from (select e.company_id, e.effect_id, a.customer_id, e.business_date
                from effect e join action a using (company_id, action_id)
                join customer c on c.company_id = a.company_id and c.customer_id = a.customer_id
               where e.company_id = :company and e.refused_address is not null
                 and (e.refused_address = c.record ->> 'email'
                      or e.kind = 'TEXT' and position(right(e.refused_address, 7) in
                         regexp_replace(c.record ->> 'phone', '[^0-9]', '', 'g')) > 0)) w %4$s
      """
          .formatted(OPEN, ONE_INVOICE, ASKED, LARGEST);

  private static final String TASKS =
      """
      with task as (
        select t.kind, t.subject_id, t.customer_id, t.invoice_id, t.due, t.deadline,
               coalesce(t.amount, 0) as amount, coalesce(t.currency, :currency) as currency,
               case when coalesce(t.currency, :currency) = :currency then 1 else 0 end as own,
               m.assignee, c.name as customer, i.number as invoice,
               t.kind || '/' || t.subject_id as key,
               case when t.deadline < :today then 'ESCALATED' when t.due < :today then 'OVERDUE'
                    when t.due > :today then 'COMING' else 'DUE' end as urgency
          from (%s) t
          join customer c on c.company_id = :company and c.customer_id = t.customer_id
          left join invoice i on i.company_id = :company and i.invoice_id = t.invoice_id
          left join task_mark m on m.company_id = :company and m.kind = t.kind and m.subject_id = t.subject_id
         where m.done_at is null)
      """
          .formatted(CAUSES);

  private final JdbcClient jdbc;

  WorkList(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** How much time a task has. */
  public enum Urgency {
    /** Its deadline is past. */
    ESCALATED,
    /** It was due before today. */
    OVERDUE,
    /** It is due today. */
    DUE,
    /** It is due later. */
    COMING
  }

  /**
   * Of which tasks.
   *
   * @param assignee those of this person; absent: of everybody
   * @param urgency those with so much time; absent: all
   * @param kind those of this kind; absent: all
   */
  public record Choice(
      @Nullable String assignee, @Nullable Urgency urgency, @Nullable TaskKind kind) {
    /** All tasks. */
    public static final Choice ALL = new Choice(null, null, null);
  }

  /**
   * A task.
   *
   * @param subjectId what it is about: an action, a standstill, an allocation, a message or an
   *     entry of a dialogue
   * @param due the day on which it is to be done
   * @param deadline the day after which it is escalated
   * @param atRisk how much money depends on it
   * @param assignee whose it is, by name; absent while it is nobody's
   */
  public record Line(
      TaskKind kind,
      String subjectId,
      UUID customerId,
      String customer,
      @Nullable UUID invoiceId,
      @Nullable String invoice,
      LocalDate due,
      LocalDate deadline,
      Urgency urgency,
      Money atRisk,
      @Nullable String assignee) {}

  /**
   * A page of tasks, the one of the most money first; those in the company's currency before
   * others.
   */
  public Page<Line> page(
      String companyId,
      CurrencyUnit currency,
      Choice choice,
      LocalDate today,
      @Nullable Cursor after,
      int most) {
    StringBuilder where = new StringBuilder(" where true");
    where.append(choice.assignee() == null ? "" : " and assignee = :assignee");
    where.append(choice.urgency() == null ? "" : " and urgency = :urgency");
    where.append(choice.kind() == null ? "" : " and kind = :kind");
    if (after != null) {
      where.append(" and (own, amount, key) < (:own, :amount, :key)");
    }
    JdbcClient.StatementSpec asked =
        asked(
            "select * from task" + where + " order by own desc, amount desc, key desc limit :most",
            companyId,
            currency,
            today);
    asked = choice.assignee() == null ? asked : asked.param("assignee", choice.assignee());
    asked = choice.urgency() == null ? asked : asked.param("urgency", choice.urgency().name());
    asked = choice.kind() == null ? asked : asked.param("kind", choice.kind().name());
    if (after != null) {
      asked =
          asked
              .param("own", after.decimal(0))
              .param("amount", after.decimal(1))
              .param("key", after.string(2));
    }
    return Page.of(
        asked.param("most", most + 1).query((row, number) -> line(row)).list(),
        most,
        line ->
            Cursor.at(
                line.atRisk().getCurrencyUnit().equals(currency) ? 1 : 0,
                plain(line.atRisk().getAmount()),
                line.kind() + "/" + line.subjectId()));
  }

  /** How many there are of each urgency; of one person's, or of all. */
  public Map<Urgency, Integer> counts(
      String companyId, CurrencyUnit currency, @Nullable String assignee, LocalDate today) {
    Map<Urgency, Integer> counts = new EnumMap<>(Urgency.class);
    String mine = assignee == null ? "" : " where assignee = :assignee";
    JdbcClient.StatementSpec asked =
        asked(
            "select urgency, count(*) as tasks from task" + mine + " group by urgency",
            companyId,
            currency,
            today);
    (assignee == null ? asked : asked.param("assignee", assignee))
        .query(
            row -> {
              counts.put(Urgency.valueOf(row.getString("urgency")), row.getInt("tasks"));
            });
    return counts;
  }

  /** One task. */
  public Optional<Line> find(
      String companyId, CurrencyUnit currency, TaskKind kind, String subjectId, LocalDate today) {
    return asked("select * from task where key = :key", companyId, currency, today)
        .param("key", kind + "/" + subjectId)
        .query((row, number) -> line(row))
        .optional();
  }

  private JdbcClient.StatementSpec asked(
      String query, String companyId, CurrencyUnit currency, LocalDate today) {
    return jdbc.sql(TASKS + query)
        .param("company", companyId)
        .param("currency", currency.getCode())
        .param("today", today)
        .param("days", DAYS_UNTIL_ESCALATED);
  }

  private static String plain(BigDecimal amount) {
    return amount.toPlainString();
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        TaskKind.valueOf(row.getString("kind")),
        row.getString("subject_id"),
        row.getObject("customer_id", UUID.class),
        row.getString("customer"),
        row.getObject("invoice_id", UUID.class),
        row.getString("invoice"),
        row.getObject("due", LocalDate.class),
        row.getObject("deadline", LocalDate.class),
        Urgency.valueOf(row.getString("urgency")),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        row.getString("assignee"));
  }
}
