package org.dunlin.store.pay;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which fees of payment providers are booked in an accounting program, and from which day on. */
public final class FeeBookings {
  private static final String BOOKED =
      """
      select from fee_booking b
        join effect e on e.company_id = b.company_id and e.effect_id = b.effect_id
        join write_back w on w.company_id = b.company_id and w.effect_id = b.effect_id
       where b.company_id = p.company_id and b.payment_id = p.payment_id
         and (e.state not in ('SHADOW', 'CANCELLED') or w.left_at is not null)
      """;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public FeeBookings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What a provider kept on one day of one account, or gave back of that.
   *
   * @param direction OUT what it kept, IN what it gave back
   * @param amount positive
   */
  public record DayOfFees(
      String account, LocalDate on, Direction direction, Money amount, List<UUID> payments) {
    public DayOfFees {
      payments = List.copyOf(payments);
    }
  }

  /** The day from which on the fees of a provider are booked there: today, the first time. */
  public LocalDate since(String companyId, String connectionId, String provider, LocalDate today) {
    jdbc.sql(
            "insert into fee_start values (:company, :connection, :provider, :today)"
                + " on conflict do nothing")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("provider", provider)
        .param("today", today)
        .update();
    return begun(companyId, connectionId, provider).orElseThrow();
  }

  /** From which day on the fees of a provider are booked; empty before that has begun. */
  public Optional<LocalDate> begun(String companyId, String connectionId, String provider) {
    return jdbc.sql(
            "select since from fee_start where company_id = :company"
                + " and connection_id = :connection and provider = :provider")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("provider", provider)
        .query(LocalDate.class)
        .optional();
  }

  /** How many entries of fees a program has refused. */
  public long refused(String companyId) {
    return jdbc.sql(
            """
            select count(*) from effect e
             where company_id = :company and state = 'FAILED' and kind = 'WRITE_BACK'
               and exists (select from fee_booking b
                            where b.company_id = e.company_id and b.effect_id = e.effect_id)
            """)
        .param("company", companyId)
        .query(Long.class)
        .single();
  }

  /**
   * Forgets since when the fees of a provider are booked elsewhere: what is kept while no account
   * is named is nobody's to book later.
   *
   * @param connectionId where they are booked; absent where nowhere
   */
  public void only(String companyId, String provider, @Nullable String connectionId) {
    jdbc.sql(
            "delete from fee_start where company_id = :company and provider = :provider"
                + " and connection_id is distinct from :connection")
        .param("company", companyId)
        .param("provider", provider)
        .param("connection", connectionId, java.sql.Types.VARCHAR)
        .update();
  }

  /** Forgets since when fees are booked of providers that are connected no more. */
  public void only(String companyId, Set<String> providers) {
    jdbc.sql("delete from fee_start where company_id = :company and provider <> all (:providers)")
        .param("company", companyId)
        .param("providers", providers.toArray(String[]::new))
        .update();
  }

  /**
   * What is booked by no effect yet, day by day.
   *
   * @param before days that are over: the first that is not
   */
  public List<DayOfFees> open(
      String companyId, String provider, LocalDate since, LocalDate before) {
    return jdbc.sql(
            """
            select record ->> 'accountNumber' as account, booking_date, direction, currency, sum(amount) as amount,
                   array_agg(payment_id order by payment_id) as payments
              from payment p
             where company_id = :company and kind = 'FEE' and record ->> 'accountScheme' = :provider
               and booking_date >= :since and booking_date < :before and not exists (%s)
             group by 1, 2, 3, 4 order by 2, 1, 4, 3
            """
                .formatted(BOOKED))
        .param("company", companyId)
        .param("provider", provider)
        .param("since", since)
        .param("before", before)
        .query(FeeBookings::day)
        .list();
  }

  /** Whether something is to be booked that a provider kept on a day before this one. */
  public boolean awaited(String companyId, LocalDate before) {
    return jdbc.sql(
            """
            select exists (
              select from fee_start s
                join payment p on p.company_id = s.company_id and p.kind = 'FEE'
                     and p.booking_date >= s.since and p.booking_date < :before
                     and p.record ->> 'accountScheme' = s.provider
               where s.company_id = :company and not exists (%s))
            """
                .formatted(BOOKED))
        .param("company", companyId)
        .param("before", before)
        .query(Boolean.class)
        .single();
  }

  /** Notes by which effect fees are booked; what an effect that never left was to book, too. */
  public void book(String companyId, UUID effectId, List<UUID> payments) {
    for (UUID payment : payments) {
      int noted =
          jdbc.sql(
                  """
                  insert into fee_booking as b values (:company, :payment, :effect)
                  on conflict (company_id, payment_id) do update set effect_id = excluded.effect_id
                   where exists (select from effect e
                                   join write_back w on w.company_id = e.company_id and w.effect_id = e.effect_id
                                  where e.company_id = b.company_id and e.effect_id = b.effect_id
                                    and e.state in ('SHADOW', 'CANCELLED') and w.left_at is null)
                  """)
              .param("company", companyId)
              .param("payment", payment)
              .param("effect", effectId)
              .update();
      if (noted != 1) {
        throw new IllegalStateException(
            "the fee " + payment + " is booked already; the next run takes up what is left");
      }
    }
  }

  private static DayOfFees day(ResultSet row, int number) throws SQLException {
    Array payments = row.getArray("payments");
    return new DayOfFees(
        row.getString("account"),
        row.getObject("booking_date", LocalDate.class),
        Direction.valueOf(row.getString("direction")),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        List.of((UUID[]) payments.getArray()));
  }
}
