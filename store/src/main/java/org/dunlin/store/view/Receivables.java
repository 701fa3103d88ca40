package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dunlin.core.model.DueDateFrom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers owe, and since when. */
public final class Receivables {
  /** Open invoices with their due dates; the terms are those of {@code core}'s DueDates. */
  private static final String OPEN_INVOICES =
      """
      with document as (
        select i.company_id, i.invoice_id, i.number, i.currency, i.total, c.name as customer,
               i.outstanding - i.claimed as open, i.record -> 'instalments' as instalments,
               coalesce(i.due_date, i.issue_date + coalesce(
                 cast(c.record ->> 'paymentTermDays' as int),
                 cast(o.record ->> 'paymentTermDays' as int), 30)) as due,
               case when i.due_date is not null then i.record ->> 'dueDateFrom'
                    when c.record ->> 'paymentTermDays' is not null then 'CUSTOMER'
                    when o.record ->> 'paymentTermDays' is not null then 'COMPANY'
                    else 'LAW' end as due_from
          from invoice i join customer c using (company_id, customer_id) join company o using (company_id)
         where i.company_id = :company and i.kind = 'INVOICE' and i.status = 'OPEN'
           and i.claimed < i.outstanding)
      """;

  /**
   * What is open of each instalment: payments are taken off the earliest due first, so what is open
   * lies on the latest; more than all of them is due on no known day.
   */
  private static final String OPEN_PARTS =
      OPEN_INVOICES
          + """
          , instalment as (
            select d.invoice_id, d.currency, d.open as whole, x.due, x.amount,
                   coalesce(sum(x.amount) over (partition by d.invoice_id order by x.due desc
                     rows between unbounded preceding and 1 preceding), 0) as later
              from document d cross join lateral (
                select cast(j ->> 'dueDate' as date) as due, sum(cast(j ->> 'amount' as numeric)) as amount
                  from jsonb_array_elements(d.instalments) j group by 1) x),
          part as (
            select currency, due, open from document d
             where coalesce(jsonb_array_length(d.instalments), 0) = 0
            union all
            select currency, due, least(amount, whole - later) from instalment where whole > later
            union all
            select currency, null, whole - sum(amount) from instalment
             group by invoice_id, currency, whole having whole > sum(amount))
          """;

  private final JdbcClient jdbc;

  Receivables(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is owed on a date, a currency at a time. */
  public List<Standing> standing(String companyId, LocalDate today) {
    Map<String, Map<Ageing, Money>> byCurrency = ageing(companyId, today);
    return jdbc.sql(
            """
            select currency,
                   count(*) filter (where kind = 'INVOICE') as invoices,
                   count(distinct customer_id) filter (where kind = 'INVOICE') as customers,
                   coalesce(sum(outstanding - claimed) filter (where kind = 'CREDIT_NOTE'), 0) as credit
              from invoice where company_id = :company and status = 'OPEN' and claimed < outstanding
             group by currency order by currency
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Standing(
                    CurrencyUnit.of(row.getString("currency")),
                    byCurrency.getOrDefault(row.getString("currency"), Map.of()),
                    row.getInt("invoices"),
                    row.getInt("customers"),
                    Columns.money(row, "credit")))
        .list();
  }

  /** The open invoices that are overdue longest, then those due next. */
  public List<OpenInvoiceLine> oldest(String companyId, int most) {
    return jdbc.sql(
            OPEN_INVOICES
                + """
                select number, customer, due, due_from, currency, total, open,
                       (select max(a.on_date) from action_item t join action a using (company_id, action_id)
                         where t.company_id = d.company_id and t.invoice_id = d.invoice_id
                           and a.state in ('SENT', 'DONE')) as reminded
                  from document d order by due, open desc, number limit :most
                """)
        .param("company", companyId)
        .param("most", most)
        .query(Receivables::line)
        .list();
  }

  private Map<String, Map<Ageing, Money>> ageing(String companyId, LocalDate today) {
    Map<String, Map<Ageing, Money>> byCurrency = new TreeMap<>();
    jdbc.sql(
            OPEN_PARTS
                + """
                select currency, sum(open) as open,
                       case when due is null or due >= :today then 'NOT_DUE'
                            when :today - due <= 30 then 'UP_TO_30'
                            when :today - due <= 60 then 'UP_TO_60'
                            when :today - due <= 90 then 'UP_TO_90'
                            else 'OVER_90' end as ageing
                  from part group by 1, 3
                """)
        .param("company", companyId)
        .param("today", today)
        .query(
            row -> {
              byCurrency
                  .computeIfAbsent(row.getString("currency"), c -> new EnumMap<>(Ageing.class))
                  .put(Ageing.valueOf(row.getString("ageing")), Columns.money(row, "open"));
            });
    return byCurrency;
  }

  private static OpenInvoiceLine line(ResultSet row, int number) throws SQLException {
    String from = row.getString("due_from");
    return new OpenInvoiceLine(
        row.getString("number"),
        row.getString("customer"),
        row.getObject("due", LocalDate.class),
        from == null ? null : DueDateFrom.valueOf(from),
        Columns.money(row, "total"),
        Columns.money(row, "open"),
        row.getObject("reminded", LocalDate.class));
  }
}
