package org.dunlin.store.pay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What of the money at payment providers does not tie out, each named by itself. */
public final class ProviderDifferences {
  /** So long after it left a payout is on its way. */
  public static final int DAYS_ON_ITS_WAY = 14;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public ProviderDifferences(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Why two sides differ. */
  public enum Kind {
    /** A payout that no bank has shown in time. */
    NOT_ARRIVED,
    /** A payout of which another amount arrived: the amount is what arrived less what left. */
    ARRIVED_OTHERWISE,
    /** An entry of a bank of which the provider has not told. */
    NOT_TOLD,
    /** The provider said that an attempt was paid, a day ago or more, and has not told of money. */
    MONEY_AWAITED,
    /** What was given back there, a day ago or more, is not among the money that it tells of. */
    REFUND_AWAITED,
    /** Money that went back of a payment that is not known. */
    UNKNOWN_RETURN,
    /** More left than is known to have come. */
    BELOW_ZERO
  }

  /**
   * One difference.
   *
   * @param provider the program
   * @param on the day of what is there
   * @param paymentId what is there; absent where nothing is
   * @param linkId the payment link that was paid; absent of others
   */
  public record Difference(
      Kind kind,
      String provider,
      LocalDate on,
      Money amount,
      @Nullable UUID paymentId,
      @Nullable UUID linkId) {}

  /** Those that there are on a business date, the latest first; all but {@link Kind#BELOW_ZERO}. */
  public List<Difference> of(String companyId, LocalDate today, int most) {
    return jdbc.sql(
            """
            select * from (
              select 'NOT_ARRIVED' as kind, p.record ->> 'accountScheme' as provider, p.booking_date as on_day,
                     p.amount, p.currency, p.payment_id as payment, cast(null as uuid) as link
                from payment p
               where p.company_id = :company and p.kind = 'PAYOUT' and p.direction = 'OUT'
                 and p.booking_date < :arrived
                 and not exists (select from payout_entry x
                                  where x.company_id = p.company_id and x.payout_id = p.payment_id)
                 and not exists (select from payment b
                                  where b.company_id = p.company_id and b.kind = 'PAYOUT' and b.direction = 'IN'
                                    and b.booking_date >= p.booking_date and b.account_key = p.account_key
                                    and b.currency = p.currency and b.amount = p.amount)
              union all
              select 'ARRIVED_OTHERWISE', x.provider, e.booking_date, e.amount - p.amount, e.currency,
                     p.payment_id, null
                from payout_entry x
                join payment p on p.company_id = x.company_id and p.payment_id = x.payout_id
                join payment e on e.company_id = x.company_id and e.payment_id = x.entry_id
               where x.company_id = :company and e.currency = p.currency and e.amount <> p.amount
              union all
              select 'NOT_TOLD', x.provider, e.booking_date, e.amount, e.currency, e.payment_id, null
                from payout_entry x
                join payment e on e.company_id = x.company_id and e.payment_id = x.entry_id
               where x.company_id = :company and x.payout_id is null and x.found_by <> 'REFUSED'
              union all
              select 'MONEY_AWAITED', n.program, cast(c.moved_at as date), c.amount, c.currency, null, c.link_id
                from checkout c
                join connection n on n.company_id = c.company_id and n.connection_id = c.connection_id
               where c.company_id = :company and c.payment_id is null and c.state = 'PAID'
                 and c.moved_at < now() - interval '1 day'
              union all
              select 'REFUND_AWAITED', p.record ->> 'accountScheme', r.asked_on, r.amount, r.currency,
                     r.payment_id, null
                from provider_refund r
                join payment p on p.company_id = r.company_id and p.payment_id = r.payment_id
               where r.company_id = :company and r.state = 'DONE' and r.asked_on < :today
                 and not exists (select from payment b
                                  where b.company_id = p.company_id
                                    and b.entry_key = p.account_key || '/' || r.provider_refund)
              union all
              select 'UNKNOWN_RETURN', p.record ->> 'accountScheme', p.booking_date,
                     p.amount - p.claimed - p.returned, p.currency, p.payment_id, null
                from payment p
               where p.company_id = :company and p.kind = 'RETURN' and p.direction = 'OUT'
                 and p.claimed + p.returned < p.amount
                 and p.record ->> 'accountScheme' in
                     (select program from connection c where c.company_id = :company)) differing
             order by on_day desc, kind, payment, link limit :most
            """)
        .param("company", companyId)
        .param("today", today)
        .param("arrived", today.minusDays(DAYS_ON_ITS_WAY))
        .param("most", most)
        .query(ProviderDifferences::row)
        .list();
  }

  private static Difference row(ResultSet row, int number) throws SQLException {
    return new Difference(
        Kind.valueOf(row.getString("kind")),
        row.getString("provider"),
        row.getObject("on_day", LocalDate.class),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        row.getObject("payment", UUID.class),
        row.getObject("link", UUID.class));
  }
}
