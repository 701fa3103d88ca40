package org.dunlin.store.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How much happened in the last days. */
public final class WhatChanged {
  private static final String QUERY =
      """
      select 'INVOICES_ADDED' as kind, i.currency, count(*) as times, sum(i.total) as amount
        from journal j join invoice i on i.company_id = j.company_id
         and i.invoice_id = case when j.subject_id ~ '^[0-9a-f-]{36}$' then cast(j.subject_id as uuid) end
       where j.company_id = :company and j.event = 'INVOICE_ADDED' and j.business_date > :after
         and j.business_date <= :until and i.kind = 'INVOICE' group by i.currency
      union all
      select 'PAYMENTS_BOOKED', currency, count(*), sum(amount) from payment
       where company_id = :company and direction = 'IN' and opened = 0 and booking_date > :after and booking_date <= :until
       group by currency
      union all
      select 'ALLOCATED', currency, count(*), sum(amount) from allocation
       where company_id = :company and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
         and rule is distinct from 'RETURN' and undone_by is null
         and business_date > :after and business_date <= :until group by currency
      union all
      select 'REMINDERS_SENT', null, count(*), null from action
       where company_id = :company and on_date > :after and on_date <= :until and state in ('SENT', 'DONE')
      """;

  private final JdbcClient jdbc;

  WhatChanged(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What happens. */
  public enum Kind {
    /** An invoice came for the first time. */
    INVOICES_ADDED,
    /** Money came in. */
    PAYMENTS_BOOKED,
    /** Money or a credit note was applied to an invoice. */
    ALLOCATED,
    /** A reminder went out. */
    REMINDERS_SENT
  }

  /**
   * How often it happened.
   *
   * @param sums of what amounts, a currency at a time; none of reminders
   */
  public record Change(Kind kind, int times, List<Money> sums) {}

  /** What happened on the business dates from the one until the other, of each kind. */
  public List<Change> between(String companyId, LocalDate from, LocalDate until) {
    Map<Kind, Change> changes = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      changes.put(kind, new Change(kind, 0, List.of()));
    }
    jdbc.sql(QUERY)
        .param("company", companyId)
        .param("after", from.minusDays(1))
        .param("until", until)
        .query(
            row -> {
              Kind kind = Kind.valueOf(row.getString("kind"));
              List<Money> sums =
                  row.getString("currency") == null
                      ? List.of()
                      : List.of(Columns.money(row, "amount"));
              changes.merge(kind, new Change(kind, row.getInt("times"), sums), WhatChanged::both);
            });
    return List.copyOf(changes.values());
  }

  private static Change both(Change a, Change b) {
    List<Money> sums = new ArrayList<>(a.sums());
    sums.addAll(b.sums());
    return new Change(a.kind(), a.times() + b.times(), sums);
  }
}
