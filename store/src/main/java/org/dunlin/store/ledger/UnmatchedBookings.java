package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.ProgramBooking;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bookings of programs of which no money, or of whose money no invoice, is known. */
public final class UnmatchedBookings {
  /** A booking and money that it may be, as the condition of a join of {@code b} and {@code p}. */
  private static final String ALIKE =
      """
      p.company_id = b.company_id and p.direction = 'IN' and p.claimed = 0 and p.returned = 0
      and p.currency = b.currency and p.amount = b.amount
      and abs(p.booking_date - b.booking_date) <= :days
      """;

  private static final String NOT_FOUND =
      """
      b.company_id = :company and b.direction = 'IN' and not b.void
      and not exists (select from allocation a
                       where a.company_id = b.company_id and a.booking_connection = b.connection_id
                         and a.booking_id = b.source_id)
      """;

  private static final String CONTRADICTED =
      """
      allocation a
        join invoice i on i.company_id = a.company_id and i.invoice_id = a.invoice_id
        join connection c on c.company_id = i.company_id and c.connection_id = i.connection_id
       where a.company_id = :company and a.decision = 'CONFLICT' and a.payment_id is not null
         and i.status <> 'VOID' and c.program <> 'folder'
      """;

  private final JdbcClient jdbc;

  /** Over this database. */
  public UnmatchedBookings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A booking with the connection and the id by which its program knows it. */
  public record Unmatched(String connectionId, String sourceId, ProgramBooking booking) {}

  /** Bookings that settle invoices and for which there is money that may be theirs. */
  public List<Unmatched> withMoney(String companyId, int days) {
    record Key(
        String connectionId,
        String sourceId,
        LocalDate date,
        Money amount,
        @Nullable String account) {}
    Map<Key, List<ProgramBooking.Line>> lines = new LinkedHashMap<>();
    jdbc.sql(
            """
            select b.*, l.amount as settles, i.record,
                   case when k.account_key is not null then b.account_key end as account
              from booking b
              join booking_line l on l.company_id = b.company_id and l.connection_id = b.connection_id
                   and l.payment = b.source_id and l.currency = b.currency
              join invoice i on i.company_id = l.company_id and i.connection_id = l.connection_id
                   and i.source_id = l.invoice and i.currency = l.currency
              left join company_account k on k.company_id = b.company_id and k.account_key = b.account_key
             where %s and exists (select from payment p where %s)
             order by b.booking_date, b.connection_id, b.source_id, l.invoice
            """
                .formatted(NOT_FOUND, ALIKE))
        .param("company", companyId)
        .param("days", days)
        .query(
            row -> {
              Key key =
                  new Key(
                      row.getString("connection_id"),
                      row.getString("source_id"),
                      row.getObject("booking_date", LocalDate.class),
                      money(row, "amount"),
                      row.getString("account"));
              Invoice invoice = StoredRecord.of(row.getString("record"), Invoice.class);
              lines
                  .computeIfAbsent(key, absent -> new ArrayList<>())
                  .add(new ProgramBooking.Line(invoice, money(row, "settles")));
            });
    List<Unmatched> bookings = new ArrayList<>();
    lines.forEach(
        (key, settles) ->
            bookings.add(
                new Unmatched(
                    key.connectionId(),
                    key.sourceId(),
                    new ProgramBooking(
                        key.connectionId() + "/" + key.sourceId(),
                        key.date(),
                        key.amount(),
                        key.account(),
                        settles))));
    return bookings;
  }

  /** Money of which nothing is allocated and that may be one of these bookings'. */
  public List<PaymentState> money(String companyId, int days) {
    return jdbc.sql(
            """
            select p.record, p.claimed, p.returned from payment p
             where p.company_id = :company and p.direction = 'IN' and p.claimed + p.returned < p.amount
               and exists (select from booking b where %s and %s)
             order by p.booking_date, p.payment_id
            """
                .formatted(NOT_FOUND, ALIKE))
        .param("company", companyId)
        .param("days", days)
        .query(PaymentState::row)
        .list();
  }

  /** Those of these payments that may be a booking of which no money is known. */
  public Set<UUID> mayBe(String companyId, Collection<UUID> payments, int days) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select p.payment_id from payment p
                 where p.company_id = :company and p.payment_id = any(:payments)
                   and exists (select from booking b where %s and %s)
                """
                    .formatted(ALIKE, NOT_FOUND))
            .param("company", companyId)
            .param("payments", payments.toArray(UUID[]::new))
            .param("days", days)
            .query(UUID.class)
            .list());
  }

  /** A payment that a program has booked and only partly applied to invoices. */
  public record Unapplied(String id, LocalDate date, Money amount, Money left) {}

  /** What programs have booked since a day without applying all of it, and no money is known of. */
  public List<Unapplied> unapplied(String companyId, LocalDate since) {
    return jdbc.sql(
            """
            select b.*, b.amount - coalesce(l.applied, 0) as unapplied
              from booking b
              left join lateral (select sum(x.amount) as applied from booking_line x
                                  where x.company_id = b.company_id and x.connection_id = b.connection_id
                                    and x.payment = b.source_id) l on true
             where %s and b.booking_date >= :since and b.amount > coalesce(l.applied, 0)
             order by b.booking_date, b.connection_id, b.source_id
            """
                .formatted(NOT_FOUND))
        .param("company", companyId)
        .param("since", since)
        .query(
            (row, number) ->
                new Unapplied(
                    row.getString("connection_id") + "/" + row.getString("source_id"),
                    row.getObject("booking_date", LocalDate.class),
                    money(row, "amount"),
                    money(row, "unapplied")))
        .list();
  }

  /**
   * Payments of which a program's figures contradict what the hub made of them: the booking that
   * explains it may still come.
   */
  public Set<UUID> contradicted(String companyId) {
    return new TreeSet<>(
        jdbc.sql("select a.payment_id from " + CONTRADICTED)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Those of these payments that are. */
  public Set<UUID> contradicted(String companyId, Collection<UUID> payments) {
    return payments.isEmpty()
        ? Set.of()
        : new TreeSet<>(
            jdbc.sql(
                    "select a.payment_id from "
                        + CONTRADICTED
                        + " and a.payment_id = any(:payments)")
                .param("company", companyId)
                .param("payments", payments.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    BigDecimal amount = row.getBigDecimal(column);
    return Money.of(CurrencyUnit.of(row.getString("currency")), amount);
  }
}
