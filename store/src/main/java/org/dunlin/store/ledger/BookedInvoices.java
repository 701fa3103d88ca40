package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.BookedLine;
import org.dunlin.core.matching.HubLine;
import org.dunlin.core.model.Decision;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Invoices with what the hub allocated to them beside what their own program has booked on them.
 */
public final class BookedInvoices {
  private static final String CHANGED =
      """
      with changed as (
        select invoice_id from invoice where company_id = :company and updated_at >= :since
        union
        select invoice_id from allocation
         where company_id = :company and updated_at >= :since and decision <> 'SUGGESTED'
        union
        select i.invoice_id from booked_object o
          join booking_line l using (company_id, connection_id, stream, object_key)
          join invoice i on i.company_id = l.company_id and i.connection_id = l.connection_id
               and i.source_id in (l.invoice, l.credit_note)
         where o.company_id = :company and o.updated_at >= :since
        union
        select i.invoice_id from booking b
          join booking_line l on l.company_id = b.company_id and l.connection_id = b.connection_id
               and l.payment = b.source_id
          join invoice i on i.company_id = l.company_id and i.connection_id = l.connection_id
               and i.source_id = l.invoice
         where b.company_id = :company and b.updated_at >= :since
        union
        select a.invoice_id from booking b
          join allocation a on a.company_id = b.company_id and a.booking_connection = b.connection_id
               and a.booking_id = b.source_id
         where b.company_id = :company and b.updated_at >= :since)
      select a.invoice_id from allocation a
       where a.company_id = :company and a.undone_by is null and a.rule is distinct from 'RETURN'
         and (a.invoice_id in (table changed) or a.credit_note_id in (table changed))
         and (a.decision in ('BOOKED', 'CONFLICT') or a.booking_id is not null
              or a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                 and exists (select from invoice i
                               join booking_line l on l.company_id = i.company_id
                                    and l.connection_id = i.connection_id and l.invoice = i.source_id
                              where i.company_id = a.company_id and i.invoice_id = a.invoice_id))
      """;

  private static final String BOOKED =
      """
      select coalesce(l.payment, l.credit_note) as booking, n.invoice_id as note, l.currency, l.amount,
             b.booking_date, b.direction, o.source_version, o.source_sequence, i.source_version as invoice_version,
             i.source_sequence as invoice_sequence, n.source_version as note_version,
             n.source_sequence as note_sequence,
             case when k.account_key is not null then b.account_key end as account,
             (select w.allocation_id from write_back w
               where w.company_id = l.company_id and w.connection_id = l.connection_id
                 and w.allocation_id is not null
                 and (w.confirmed_as = l.payment or w.reference = b.reference)
               order by w.effect_id limit 1) as told,
             n.invoice_id is null or n.total - n.outstanding >= (
                  select sum(x.amount) from booking_line x where x.company_id = n.company_id
                     and x.connection_id = n.connection_id and x.credit_note = n.source_id) as note_shows
        from invoice i
        join booking_line l on l.company_id = i.company_id and l.connection_id = i.connection_id
             and l.invoice = i.source_id
        join booked_object o on o.company_id = l.company_id and o.connection_id = l.connection_id
             and o.stream = l.stream and o.object_key = l.object_key
        left join booking b on b.company_id = l.company_id and b.connection_id = l.connection_id
             and b.source_id = l.payment
        left join company_account k on k.company_id = b.company_id and k.account_key = b.account_key
        left join invoice n on n.company_id = l.company_id and n.connection_id = l.connection_id
             and n.source_id = l.credit_note
       where i.company_id = :company and i.invoice_id = :invoice and b.void is not true
         and l.currency = i.currency
      """;

  private static final String HUB =
      """
      select a.*, p.booking_date, p.account_key, p.amount as whole, i.connection_id,
             a.returned_by is not null and (a.booking_id is not null or exists (
                  select from write_back w
                   where w.company_id = a.company_id and w.allocation_id = a.allocation_id
                     and w.kind = 'PAYMENT_REVERSAL' and w.confirmed_as is not null)) as taken_back
        from allocation a
        join invoice i on i.company_id = a.company_id and i.invoice_id = a.invoice_id
        left join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
       where a.company_id = :company and a.invoice_id = :invoice and a.undone_by is null
         and a.rule is distinct from 'RETURN'
         and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'CONFLICT', 'BOOKED')
       order by a.allocation_id
      """;

  private final JdbcClient jdbc;

  /** Over this database. */
  public BookedInvoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What the program has booked.
   *
   * @param readLater whether the invoice has been read since, so that its amount holds the booking
   * @param noteShows whether the credit note, where it is one that settles, shows it
   */
  public record Booked(BookedLine line, boolean readLater, boolean noteShows) {}

  /**
   * What the hub has allocated.
   *
   * @param before what a line was before it was booked or contradicted; absent of one that a
   *     booking made
   * @param booking the program's id of what the line was found to be
   * @param unexplained what was settled without a known booking when the line claimed its amount
   * @param takenBack whether its money went back, so that it is over once the program has it booked
   *     no more
   */
  public record Allocated(
      Allocations.Stored stored,
      HubLine line,
      @Nullable Decision before,
      String connectionId,
      @Nullable String booking,
      BigDecimal unexplained,
      boolean takenBack) {
    /** The line's id. */
    public UUID id() {
      return stored.id();
    }

    /** Whether nobody had allocated it before its program booked it. */
    public boolean madeByBooking() {
      return stored.allocation().decision() == Decision.BOOKED && before == null;
    }
  }

  /**
   * Until when nothing is missing of what was written, if one reads now: the time before it was
   * looked who is writing, since somebody may have begun in between.
   */
  public Instant settled() {
    return jdbc.sql(
            """
            select least(statement_timestamp(), min(xact_start)) from pg_stat_activity
             where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Up to when all of the company has been compared. */
  public Instant comparedUntil(String companyId) {
    return jdbc.sql("select at from compared_until where company_id = :company")
        .param("company", companyId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant)
        .orElse(Instant.EPOCH);
  }

  /** Notes up to when all of the company has been compared. */
  public void setComparedUntil(String companyId, Instant at) {
    jdbc.sql(
            """
            insert into compared_until values (:company, :at)
            on conflict (company_id) do update set at = excluded.at
            """)
        .param("company", companyId)
        .param("at", Ids.at(at))
        .update();
  }

  /**
   * Invoices with lines of the hub of which something was written since, in the order of their ids.
   */
  public Set<UUID> changed(String companyId, Instant since) {
    return new TreeSet<>(
        jdbc.sql(CHANGED)
            .param("company", companyId)
            .param("since", Ids.at(since))
            .query(UUID.class)
            .list());
  }

  /** What the invoice's program says settles it, without what is void. */
  public List<Booked> booked(String companyId, UUID invoiceId) {
    return jdbc.sql(BOOKED)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .query((row, number) -> booked(row))
        .list();
  }

  /** What the hub says settles it. */
  public List<Allocated> allocated(String companyId, UUID invoiceId) {
    return jdbc.sql(HUB)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .query((row, number) -> allocated(row))
        .list();
  }

  /** Of the claims on an invoice those of which it is known that its program has booked them. */
  public List<UUID> recognised(String companyId, UUID invoiceId) {
    return jdbc.sql(
            """
            select allocation_id from allocation
             where company_id = :company and invoice_id = :invoice and booking_id is not null
               and undone_by is null and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
             order by allocation_id
            """)
        .param("company", companyId)
        .param("invoice", invoiceId)
        .query(UUID.class)
        .list();
  }

  /**
   * Whether an invoice's source shows more settled than is known, since a claim of the hub's was
   * raised that may be that: until its booking is read nobody knows what is open.
   */
  public boolean inDoubt(String companyId, UUID invoiceId) {
    return !inDoubt(companyId, List.of(invoiceId)).isEmpty();
  }

  /** Those of these invoices of which that is so. */
  public Set<UUID> inDoubt(String companyId, Collection<UUID> invoices) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select wanted.id from unnest(cast(:invoices as uuid[])) as wanted (id)
                 where exists (select from allocation a
                                where a.company_id = :company and a.invoice_id = wanted.id
                                  and a.booking_id is null and a.undone_by is null
                                  and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                                  and %s > coalesce(a.unexplained, 0))
                """
                    .formatted(Allocations.UNEXPLAINED.replace(":invoice", "wanted.id")))
            .param("company", companyId)
            .param("invoices", invoices.toArray(UUID[]::new))
            .query(UUID.class)
            .list());
  }

  /** What a program settled of an invoice by a credit note. */
  public record Credited(UUID creditNoteId, UUID invoiceId, Money amount) {}

  /** What the programs of a company have settled by credit notes, of what the hub knows both. */
  public List<Credited> credited(String companyId) {
    return jdbc.sql(
            """
            select n.invoice_id as note, i.invoice_id as invoice, l.amount, l.currency
              from booking_line l
              join invoice n on n.company_id = l.company_id and n.connection_id = l.connection_id
                   and n.source_id = l.credit_note
              join invoice i on i.company_id = l.company_id and i.connection_id = l.connection_id
                   and i.source_id = l.invoice
             where l.company_id = :company
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Credited(
                    row.getObject("note", UUID.class),
                    row.getObject("invoice", UUID.class),
                    Money.of(
                        CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount"))))
        .list();
  }

  /**
   * Open invoices of which their program has booked more than it says is settled, beside what the
   * hub claims still: one of both has changed and the other is to come.
   */
  public Set<UUID> contradicted(String companyId) {
    return new TreeSet<>(
        jdbc.sql(
                """
                select i.invoice_id from invoice i
                  join booking_line l on l.company_id = i.company_id and l.connection_id = i.connection_id
                       and l.invoice = i.source_id and l.currency = i.currency
                  left join booking b on b.company_id = l.company_id and b.connection_id = l.connection_id
                       and b.source_id = l.payment
                 where i.company_id = :company and i.status = 'OPEN' and i.claimed < i.outstanding
                   and b.void is not true
                 group by i.company_id, i.invoice_id
                having sum(case when b.direction = 'OUT' then -l.amount else l.amount end)
                       > i.total - i.outstanding
                         + coalesce((select sum(a.amount) from allocation a
                                      where a.company_id = i.company_id and a.invoice_id = i.invoice_id
                                        and a.booking_id is not null and a.undone_by is null
                                        and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')), 0)
                """)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  private static Booked booked(ResultSet row) throws SQLException {
    BookedLine line =
        new BookedLine(
            row.getString("booking"),
            row.getObject("note", UUID.class),
            Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
            row.getObject("booking_date", LocalDate.class),
            row.getString("account"),
            "OUT".equals(row.getString("direction")),
            row.getObject("told", UUID.class));
    Version booked = Bookings.version(row, 0);
    Version invoice =
        new Version(row.getString("invoice_version"), row.getLong("invoice_sequence"));
    Version note = new Version(row.getString("note_version"), row.getLong("note_sequence"));
    return new Booked(
        line, invoice.notBefore(booked), row.getBoolean("note_shows") || note.notBefore(booked));
  }

  private static Allocated allocated(ResultSet row) throws SQLException {
    Allocations.Stored stored = Allocations.row(row, 0);
    String before = row.getString("decided_before");
    String booking = row.getString("booking_id");
    boolean made = before == null && stored.allocation().decision() == Decision.BOOKED;
    BigDecimal unexplained = row.getBigDecimal("unexplained");
    BigDecimal whole = row.getBigDecimal("whole");
    return new Allocated(
        stored,
        new HubLine(
            stored.id(),
            row.getObject("payment_id", UUID.class),
            row.getObject("credit_note_id", UUID.class),
            stored.allocation().amount(),
            whole == null ? null : Money.of(stored.allocation().amount().getCurrencyUnit(), whole),
            row.getObject("booking_date", LocalDate.class),
            row.getString("account_key"),
            made ? booking : null),
        before == null ? null : Decision.valueOf(before),
        row.getString("connection_id"),
        booking,
        unexplained == null ? BigDecimal.ZERO : unexplained,
        row.getBoolean("taken_back"));
  }
}
