package org.dunlin.store.report;

import static org.dunlin.store.report.ReportFilter.CONNECTION;
import static org.dunlin.store.report.ReportFilter.COUNTRY;
import static org.dunlin.store.report.ReportFilter.PERSON;
import static org.dunlin.store.report.ReportFilter.PLAN;
import static org.dunlin.store.report.ReportFilter.SEGMENT;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The queries of the reports. Each orders by the columns of an index; its last columns, whose names
 * begin with {@code at}, are the place of a row.
 *
 * <p>A filter is a condition over what has been found so; where it leaves little of many customers,
 * an index finds these.
 */
final class ReportQueries {
  private static final String OF_SEGMENT =
      "c.record -> 'segments' @> jsonb_build_array(cast(:segment as text))";

  private static final String OF_COUNTRY = "left(c.record #>> '{address,country}', 200) = :country";

  private static final Map<ReportFilter, String> OF_CUSTOMER =
      Map.of(SEGMENT, OF_SEGMENT, COUNTRY, OF_COUNTRY, CONNECTION, "c.connection_id = :connection");

  private static final Map<ReportFilter, String> OF_INVOICE =
      Map.of(SEGMENT, OF_SEGMENT, COUNTRY, OF_COUNTRY, CONNECTION, "i.connection_id = :connection");

  private ReportQueries() {}

  /**
   * A query.
   *
   * @param sql with a place for conditions
   * @param behind the condition that a row is behind {@code :at1}, {@code :at2} and so on
   * @param currency the column of the currency
   * @param order without the word
   * @param filters the conditions of those that it has, each with the value by its key
   */
  record Query(
      String sql, String behind, String currency, String order, Map<ReportFilter, String> filters) {
    String text(boolean begun, boolean ofCurrency, Set<ReportFilter> filtered) {
      return sql.formatted(
              (begun ? " and " + behind : "")
                  + (ofCurrency ? " and " + currency + " = :currency" : "")
                  + filtered.stream()
                      .map(each -> " and " + Objects.requireNonNull(filters.get(each)))
                      .collect(Collectors.joining()))
          + " order by "
          + order
          + " limit :most";
    }
  }

  static Query of(Report report) {
    return switch (report) {
      case AGEING -> AGEING;
      case OPEN_ITEMS -> OPEN_ITEMS;
      case PAYMENTS -> PAYMENTS;
      case COLLECTION -> COLLECTION;
      case PROMISES -> PROMISES;
      case DISPUTES -> DISPUTES;
      case STEPS -> STEPS;
      case ADJUSTMENTS -> ADJUSTMENTS;
    };
  }

  private static final Query AGEING =
      new Query(
          """
          select f.customer_id as "customerId", c.number as "customerNumber", c.name as customer, f.currency,
                 d.not_due as "notDue", d.up_to_30 as "upTo30", d.up_to_60 as "upTo60", d.up_to_90 as "upTo90",
                 d.over_90 as "over90", f.open, f.credit, f.open as at1, f.customer_id as at2
            from customer_figure f
            join customer c on c.company_id = f.company_id and c.customer_id = f.customer_id
            cross join lateral (
              select coalesce(sum(open) filter (where due_date >= :today), 0) as not_due,
                     coalesce(sum(open) filter (where :today - due_date between 1 and 30), 0) as up_to_30,
                     coalesce(sum(open) filter (where :today - due_date between 31 and 60), 0) as up_to_60,
                     coalesce(sum(open) filter (where :today - due_date between 61 and 90), 0) as up_to_90,
                     coalesce(sum(open) filter (where due_date < :today - 90), 0) as over_90
                from (select case due_date when 'infinity' then cast('9999-12-31' as date) else due_date end
                               as due_date, open
                        from customer_due k
                       where k.company_id = f.company_id and k.customer_id = f.customer_id
                         and k.currency = f.currency) k) d
           where f.company_id = :company%s
          """,
          "f.open <= cast(:at1 as numeric)"
              + " and (f.open < cast(:at1 as numeric) or f.customer_id > cast(:at2 as uuid))",
          "f.currency",
          "f.open desc, f.customer_id",
          OF_CUSTOMER);

  private static final Query OPEN_ITEMS =
      new Query(
          """
          select i.invoice_id as "invoiceId", i.number, i.customer_id as "customerId", c.number as "customerNumber",
                 c.name as customer, i.issue_date as issued, nullif(o.due_date, 'infinity') as due,
                 case when o.due_date < :today then :today - o.due_date else 0 end as "daysOverdue",
                 i.currency, i.total, i.outstanding - i.claimed as open, o.due_date as at1, o.invoice_id as at2
            from open_instalment o
            join invoice i on i.company_id = o.company_id and i.invoice_id = o.invoice_id
            join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
           where o.company_id = :company and o.earliest and o.kind = 'INVOICE'%s
          """,
          "(o.due_date, o.invoice_id) > (cast(:at1 as date), cast(:at2 as uuid))",
          "o.currency",
          "o.due_date, o.invoice_id",
          OF_INVOICE);

  private static final Query PAYMENTS =
      new Query(
          """
          select p.booking_date as booked, p.record ->> 'payerName' as payer, p.record ->> 'remittance' as remittance,
                 p.kind as "paymentKind", p.currency, p.amount, p.claimed as applied, p.returned,
                 p.amount - p.claimed - p.returned as unapplied, p.booking_date as at1, p.payment_id as at2
            from payment p
           where p.company_id = :company and p.booking_date between :from and :to
             and p.direction = 'IN' and p.opened = 0%s
          """,
          "(p.booking_date, p.payment_id) > (cast(:at1 as date), cast(:at2 as uuid))",
          "p.currency",
          "p.booking_date, p.payment_id",
          Map.of(
              CONNECTION,
              "exists (select from delivery d where d.company_id = p.company_id"
                  + " and d.delivery_id = p.delivery_id and d.connection_id = :connection)"));

  private static final Query COLLECTION =
      new Query(
          """
          select s.on_date as day, s.currency, s.not_due + late.overdue as open, late.overdue,
                 round(100 * late.overdue / nullif(s.not_due + late.overdue, 0), 1) as "overdueShare",
                 s.dso, s.dso_average as "dsoAverage", s.dso_best as "dsoBest", s.effectiveness,
                 s.on_date as at1, s.currency as at2
            from standing_day s
            cross join lateral (select s.up_to_30 + s.up_to_60 + s.up_to_90 + s.over_90 as overdue) late
           where s.company_id = :company and s.on_date between :from and :to%s
          """,
          "(s.on_date, s.currency) > (cast(:at1 as date), :at2)",
          "s.currency",
          "s.on_date, s.currency",
          Map.of());

  private static final String AGREED =
      """
      select s.made_on as made, s.customer_id as "customerId", c.name as customer, %%s, s.currency, s.amount,
             s.state, s.changed_on as changed, s.made_by as by, s.owner, s.made_on as at1, s.standstill_id as at2
        from standstill s
        join customer c on c.company_id = s.company_id and c.customer_id = s.customer_id
       where s.company_id = :company and s.kind = '%s' and s.made_on between :from and :to\
      """;

  private static final String BEHIND_AGREED =
      "(s.made_on, s.standstill_id) > (cast(:at1 as date), cast(:at2 as uuid))";

  private static final String ORDER_OF_AGREED = "s.made_on, s.standstill_id";

  private static final Query PROMISES =
      new Query(
          AGREED.formatted("PROMISE").formatted("s.on_date as \"promisedFor\"") + "%s",
          BEHIND_AGREED,
          "s.currency",
          ORDER_OF_AGREED,
          and(OF_CUSTOMER, PERSON, "s.made_by = :person"));

  private static final Query DISPUTES =
      new Query(
          AGREED
                  .formatted("DISPUTE")
                  .formatted("s.on_date as deadline, s.record ->> 'reason' as \"disputeReason\"")
              + "%s",
          BEHIND_AGREED,
          "s.currency",
          ORDER_OF_AGREED,
          and(OF_CUSTOMER, PERSON, "s.owner = :person"));

  private static final Query STEPS =
      new Query(
          """
          select a.on_date as day, a.customer_id as "customerId", c.name as customer, a.record ->> 'plan' as plan,
                 a.record ->> 'step' as step, a.record ->> 'channel' as channel, said.items, said.currency,
                 said.asked, coalesce(paid.amount, 0) as "paidWithin14Days", a.on_date as at1, a.action_id as at2,
                 said.currency as at3
            from action a
            join customer c on c.company_id = a.company_id and c.customer_id = a.customer_id
            cross join lateral (
              select j ->> 'currency' as currency, count(*) as items, sum(cast(j ->> 'amount' as numeric)) as asked
                from jsonb_array_elements(a.record -> 'items') j
               group by j ->> 'currency') said
            left join lateral (
              select sum(l.amount) as amount
                from (select distinct invoice_id from action_item t
                       where t.company_id = a.company_id and t.action_id = a.action_id) t
                join allocation l on l.company_id = a.company_id and l.invoice_id = t.invoice_id
                join payment p on p.company_id = l.company_id and p.payment_id = l.payment_id
               where l.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED') and l.undone_by is null
                 and l.rule is distinct from 'RETURN' and l.currency = said.currency
                 and p.booking_date between a.on_date and a.on_date + 14) paid on true
           where a.company_id = :company and a.on_date between :from and :to and a.state in ('SENT', 'DONE')%s
          """,
          "(a.on_date, a.action_id) >= (cast(:at1 as date), :at2)"
              + " and (a.on_date, a.action_id, said.currency) > (cast(:at1 as date), :at2, :at3)",
          "said.currency",
          "a.on_date, a.action_id, said.currency",
          and(OF_CUSTOMER, PLAN, "a.record ->> 'plan' = :plan"));

  private static final Query ADJUSTMENTS =
      new Query(
          """
          select j.business_date as day, i.customer_id as "customerId", c.name as customer,
                 i.invoice_id as "invoiceId", i.number, j.reason, j.currency, j.amount, j.decided_by as by,
                 j.business_date as at1, j.adjustment_id as at2
            from adjustment j
            join invoice i on i.company_id = j.company_id and i.invoice_id = j.invoice_id
            join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
           where j.company_id = :company and j.business_date between :from and :to
             and (j.ended is null or j.ended = 'SHOWN')%s
          """,
          "(j.business_date, j.adjustment_id) > (cast(:at1 as date), cast(:at2 as uuid))",
          "j.currency",
          "j.business_date, j.adjustment_id",
          and(OF_INVOICE, PERSON, "j.decided_by = :person"));

  private static Map<ReportFilter, String> and(
      Map<ReportFilter, String> filters, ReportFilter other, String condition) {
    Map<ReportFilter, String> all = new EnumMap<>(filters);
    all.put(other, condition);
    return Map.copyOf(all);
  }
}
