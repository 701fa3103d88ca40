package org.dunlin.store.tieout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is known that makes a program and the ledger say otherwise for a while. */
public final class KnownReasons {
  private final JdbcClient jdbc;

  KnownReasons(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A customer, by the program's id, in one currency. */
  public record Of(String customerKey, String currency) {}

  /**
   * What of a customer the hub has found and the program not shown.
   *
   * @param state how the write-back stands; absent where there is none
   */
  public record Claimed(@Nullable EffectState state, BigDecimal amount) {}

  /** By customer and currency, what the hub has found, by how its write-backs stand. */
  public Map<Of, List<Claimed>> claimed(String companyId, String connectionId, boolean credits) {
    Map<Of, List<Claimed>> claimed = new HashMap<>();
    jdbc.sql(
            """
            with line as (
              select allocation_id, invoice_id as document,
                     case when rule = 'RETURN' then -amount else amount end as amount
                from allocation
               where company_id = :company and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
              union all
              select allocation_id, credit_note_id, amount from allocation
               where company_id = :company and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                 and credit_note_id is not null
              union all
              select allocation_id, invoice_id, amount from adjustment
               where company_id = :company and ended is null
              union all
              select null, credit_note_id, amount from credit_note_claim where company_id = :company)
            select c.source_id, i.currency, e.state,
                   sum(case i.kind when 'INVOICE' then l.amount else -l.amount end) as amount
              from line l
              join invoice i on i.company_id = :company and i.invoice_id = l.document
                   and i.connection_id = :connection and i.status = 'OPEN'
                   and (i.kind = 'INVOICE' or :credits)
              join customer c on c.company_id = :company and c.customer_id = i.customer_id
              left join lateral (
                select e.state from write_back w
                  join effect e on e.company_id = w.company_id and e.effect_id = w.effect_id
                 where w.company_id = :company and w.allocation_id = l.allocation_id
                 order by e.sequence desc limit 1) e on true
             group by c.source_id, i.currency, e.state
             order by e.state nulls last
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("credits", credits)
        .query(
            row -> {
              String state = row.getString("state");
              claimed
                  .computeIfAbsent(
                      new Of(row.getString("source_id"), row.getString("currency")),
                      of -> new ArrayList<>())
                  .add(
                      new Claimed(
                          state == null ? null : EffectState.valueOf(state),
                          row.getBigDecimal("amount")));
            });
    return claimed;
  }

  /** By currency, what is left of each payment that the program has booked and not applied. */
  public Map<String, List<BigDecimal>> onAccount(String companyId, String connectionId) {
    Map<String, List<BigDecimal>> left = new HashMap<>();
    jdbc.sql(
            """
            select b.currency, b.amount - coalesce(l.applied, 0) as amount
              from booking b
              left join (select payment, sum(amount) as applied from booking_line
                          where company_id = :company and connection_id = :connection
                            and payment is not null
                          group by payment) l on l.payment = b.source_id
             where b.company_id = :company and b.connection_id = :connection
               and b.direction = 'IN' and not b.void and b.amount > coalesce(l.applied, 0)
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query(
            row -> {
              left.computeIfAbsent(row.getString("currency"), currency -> new ArrayList<>())
                  .add(row.getBigDecimal("amount"));
            });
    return left;
  }

  /** Whether records of the connection are held in quarantine. */
  public boolean quarantined(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select exists (
              select from delivery d
               where d.company_id = :company and d.connection_id = :connection
                 and d.raw_gone_at is null
                 and (d.state in ('QUARANTINED', 'POISON')
                      or d.state = 'APPLIED' and exists (
                           select from problem p
                            where p.company_id = :company and p.delivery_id = d.delivery_id)))
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }

  /** Whether anything that came by the connection waits to be translated. */
  public boolean untranslated(String companyId, String connectionId) {
    return jdbc.sql(
            "select exists (select from delivery where company_id = :company"
                + " and connection_id = :connection and state in ('NEW', 'CLAIMED'))")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }
}
