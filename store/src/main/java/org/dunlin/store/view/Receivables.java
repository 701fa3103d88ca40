package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.DueDateFrom;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers owe, and since when. */
public final class Receivables {
  private static final String OF_COMPANY =
      """
      (select currency, due_date, open, invoices, customers, credit from company_due
        where company_id = :company
       union all
       select currency, due_date, open, invoices, customers, credit from company_due_change
        where company_id = :company)
      """;

  private static final String OF_CUSTOMER =
      """
      (select currency, due_date, open, invoices, cast(0 as bigint) as customers, credit from customer_due
        where company_id = :company and customer_id = :customer
       union all
       select currency, 'infinity', 0, 0, 1, 0 from customer_figure
        where company_id = :company and customer_id = :customer and invoices > 0)
      """;

  private static final String STANDING =
      """
      select currency, ageing, sum(open) as open, sum(sum(invoices)) over c as invoices,
             sum(sum(customers)) over c as customers, sum(sum(credit)) over c as credit
        from (select f.*, case when due_date >= :today then 'NOT_DUE'
                               when :today - due_date <= 30 then 'UP_TO_30'
                               when :today - due_date <= 60 then 'UP_TO_60'
                               when :today - due_date <= 90 then 'UP_TO_90'
                               else 'OVER_90' end as ageing
                from %s f) aged
       group by currency, ageing window c as (partition by currency) order by currency
      """;

  private final JdbcClient jdbc;

  Receivables(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is owed on a date, a currency at a time. */
  public List<Standing> standing(String companyId, LocalDate today) {
    return standing(
        jdbc.sql(STANDING.formatted(OF_COMPANY)).param("company", companyId).param("today", today));
  }

  /** What one customer owes on a date, a currency at a time. */
  public List<Standing> standingOf(String companyId, UUID customerId, LocalDate today) {
    return standing(
        jdbc.sql(STANDING.formatted(OF_CUSTOMER))
            .param("company", companyId)
            .param("customer", customerId)
            .param("today", today));
  }

  /** The open invoices that are overdue longest, then those due next. */
  public List<OpenInvoiceLine> oldest(String companyId, int most) {
    return jdbc.sql(
            """
            select i.number, c.name as customer, o.due_date as due, i.currency, i.total,
                   i.outstanding - i.claimed as open,
                   case when i.due_date is not null then i.record ->> 'dueDateFrom'
                        when c.record ->> 'paymentTermDays' is not null then 'CUSTOMER'
                        when p.record ->> 'paymentTermDays' is not null then 'COMPANY'
                        else 'LAW' end as due_from,
                   (select max(a.on_date) from action_item t join action a using (company_id, action_id)
                     where t.company_id = i.company_id and t.invoice_id = i.invoice_id
                       and a.state in ('SENT', 'DONE')) as reminded
              from (select company_id, invoice_id, due_date from open_instalment
                     where company_id = :company and earliest and kind = 'INVOICE'
                     order by due_date, invoice_id limit :most) o
              join invoice i using (company_id, invoice_id)
              join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
              join company p on p.company_id = i.company_id
             order by o.due_date, open desc, i.number
            """)
        .param("company", companyId)
        .param("most", most)
        .query(Receivables::line)
        .list();
  }

  private static List<Standing> standing(JdbcClient.StatementSpec query) {
    Map<CurrencyUnit, Standing> standings = new TreeMap<>();
    query.query(
        row -> {
          Standing read = row(row);
          standings.merge(read.currency(), read, Receivables::both);
        });
    return standings.values().stream().filter(standing -> !standing.nothing()).toList();
  }

  private static Standing row(ResultSet row) throws SQLException {
    Money open = Columns.money(row, "open");
    return new Standing(
        open.getCurrencyUnit(),
        open.isZero() ? Map.of() : Map.of(Ageing.valueOf(row.getString("ageing")), open),
        row.getInt("invoices"),
        row.getInt("customers"),
        Columns.money(row, "credit"));
  }

  /** Two classes of one currency; the counts and the credit of either are already those of both. */
  private static Standing both(Standing a, Standing b) {
    Map<Ageing, Money> open = new EnumMap<>(Ageing.class);
    open.putAll(a.open());
    open.putAll(b.open());
    return new Standing(a.currency(), open, a.invoices(), a.customers(), a.credit());
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
