package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Payment;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What accounting programs have booked: their payments, and what these and their credit notes
 * settle. None of it is money; it says what {@code outstanding} holds already.
 */
public final class Bookings {
  private final JdbcClient jdbc;

  /** The bookings of this database. */
  public Bookings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What became of what a program said of a payment. */
  public enum Put {
    /** It was not there. */
    ADDED,
    /** It took the place of an earlier state. */
    REPLACED,
    /** A later state is there. */
    STALE
  }

  /** An object of a program that says what settles what. */
  public record BookedObject(String stream, String key) {}

  /**
   * Keeps a payment as its program has booked it, unless a later state of it is there.
   *
   * @param said its id is the program's
   * @param reference the hub's own, where the program gives it back
   */
  public Put put(Origin origin, Payment said, @Nullable String reference) {
    int added = write(INSERT, origin, said, reference);
    if (added == 1) {
      return Put.ADDED;
    }
    Version before =
        jdbc.sql(
                """
                select source_version, source_sequence from booking
                 where company_id = :company and connection_id = :connection and source_id = :source
                   for update
                """)
            .param("company", origin.companyId())
            .param("connection", origin.connectionId())
            .param("source", said.id())
            .query(Bookings::version)
            .single();
    if (!origin.version().replaces(before)) {
      return Put.STALE;
    }
    write(UPDATE, origin, said, reference);
    return Put.REPLACED;
  }

  /**
   * A payment that a program may have booked anew.
   *
   * @param origin the delivery, at the object that says it
   * @param reference the hub's own, where the program gives it back
   */
  public record NewBooking(Origin origin, Payment said, @Nullable String reference) {}

  /**
   * Keeps those of the payments that were not there, in one round trip; the program's ids of those.
   *
   * @param all of one delivery, each id once
   */
  public Set<String> add(List<NewBooking> all) {
    return all.isEmpty()
        ? Set.of()
        : new HashSet<>(
            jdbc.sql(
                    """
                    insert into booking (company_id, connection_id, source_id, source_version, source_sequence,
                                         void, direction, booking_date, currency, amount, account_key, reference)
                    select :company, :connection, source, version, :sequence, void, direction, date, currency,
                           amount, account, reference
                      from unnest(cast(:sources as text[]), cast(:versions as text[]), cast(:voids as boolean[]),
                                  cast(:directions as text[]), cast(:dates as date[]), cast(:currencies as text[]),
                                  cast(:amounts as numeric[]), cast(:accounts as text[]),
                                  cast(:references as text[]))
                           as said (source, version, void, direction, date, currency, amount, account, reference)
                     order by source
                    on conflict do nothing
                    returning source_id
                    """)
                .params(BookingColumns.of(all))
                .query(String.class)
                .list());
  }

  private static final String INSERT =
      """
      insert into booking (company_id, connection_id, source_id, source_version, source_sequence, void,
                           direction, booking_date, currency, amount, account_key, reference)
      values (:company, :connection, :source, :version, :sequence, :void, :direction, :date, :currency,
              :amount, :account, :reference)
      on conflict do nothing
      """;

  private static final String UPDATE =
      """
      update booking
         set source_version = :version, source_sequence = :sequence, void = :void, direction = :direction,
             booking_date = :date, currency = :currency, amount = :amount, account_key = :account,
             reference = :reference
       where company_id = :company and connection_id = :connection and source_id = :source
      """;

  private int write(String statement, Origin origin, Payment said, @Nullable String reference) {
    return jdbc.sql(statement)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("source", said.id())
        .param("version", origin.saidVersion())
        .param("sequence", origin.sequence())
        .param("void", said.voided())
        .param("direction", said.direction().name())
        .param("date", said.bookingDate())
        .param("currency", said.amount().getCurrencyUnit().getCode())
        .param("amount", said.amount().getAmount())
        .param("account", Payments.key(said.account()))
        .param("reference", reference)
        .update();
  }

  /** Which state of the object's lines is kept; empty where none ever was. */
  public Optional<Version> state(String companyId, String connectionId, BookedObject object) {
    return jdbc.sql(
            """
            select source_version, source_sequence from booked_object
             where company_id = :company and connection_id = :connection and stream = :stream
               and object_key = :key
               for update
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("stream", object.stream())
        .param("key", object.key())
        .query(Bookings::version)
        .optional();
  }

  /** Those of the objects of which no state of their lines is kept. */
  public Set<BookedObject> without(
      String companyId, String connectionId, Set<BookedObject> objects) {
    Set<BookedObject> without = new HashSet<>(objects);
    jdbc.sql(
            """
            select stream, object_key from booked_object
             where company_id = :company and connection_id = :connection
               and (stream, object_key) in (select * from unnest(cast(:streams as text[]), cast(:keys as text[])))
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("streams", objects.stream().map(BookedObject::stream).toArray(String[]::new))
        .param("keys", objects.stream().map(BookedObject::key).toArray(String[]::new))
        .query(
            row -> {
              without.remove(
                  new BookedObject(row.getString("stream"), row.getString("object_key")));
            });
    return without;
  }

  /** What an object says the first time. */
  public record NewLines(Origin origin, BookedObject object, List<Allocation> lines) {}

  /**
   * Keeps what the objects say that have said nothing before, in two round trips; those that have
   * meanwhile, of which nothing is kept.
   *
   * @param all of one delivery, each object once
   */
  public List<NewLines> addLines(List<NewLines> all) {
    if (all.isEmpty()) {
      return List.of();
    }
    Set<BookedObject> added =
        new HashSet<>(
            jdbc.sql(
                    """
                    insert into booked_object (company_id, connection_id, stream, object_key, source_version,
                                               source_sequence)
                    select :company, :connection, stream, key, version, :sequence
                      from unnest(cast(:streams as text[]), cast(:keys as text[]), cast(:versions as text[]))
                           as said (stream, key, version)
                     order by stream, key
                    on conflict do nothing
                    returning stream, object_key
                    """)
                .params(BookingColumns.objects(all))
                .query((row, number) -> new BookedObject(row.getString(1), row.getString(2)))
                .list());
    List<NewLines> kept = all.stream().filter(each -> added.contains(each.object())).toList();
    if (kept.stream().anyMatch(each -> !each.lines().isEmpty())) {
      insert(kept);
    }
    return all.stream().filter(each -> !added.contains(each.object())).toList();
  }

  private void insert(List<NewLines> all) {
    jdbc.sql(
            """
            insert into booking_line (company_id, connection_id, stream, object_key, ordinal, payment,
                                      credit_note, invoice, currency, amount)
            select :company, :connection, stream, key, ordinal, payment, note, invoice, currency, amount
              from unnest(cast(:streams as text[]), cast(:keys as text[]), cast(:ordinals as int[]),
                          cast(:payments as text[]), cast(:notes as text[]), cast(:invoices as text[]),
                          cast(:currencies as text[]), cast(:amounts as numeric[]))
                   as said (stream, key, ordinal, payment, note, invoice, currency, amount)
            """)
        .params(BookingColumns.lines(all))
        .update();
  }

  /** Keeps what the object says now in place of what it said before. */
  public void replaceLines(Origin origin, BookedObject object, List<Allocation> lines) {
    jdbc.sql(
            """
            insert into booked_object as o (company_id, connection_id, stream, object_key, source_version,
                                            source_sequence)
            values (:company, :connection, :stream, :key, :version, :sequence)
            on conflict (company_id, connection_id, stream, object_key) do update
               set source_version = excluded.source_version, source_sequence = excluded.source_sequence
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key())
        .param("version", origin.saidVersion())
        .param("sequence", origin.sequence())
        .update();
    // Whoever compares looks at what was written, and what goes leaves nothing behind.
    jdbc.sql(
            """
            with gone as (
              delete from booking_line
               where company_id = :company and connection_id = :connection and stream = :stream
                 and object_key = :key
              returning payment)
            update booking b set void = void from gone
             where b.company_id = :company and b.connection_id = :connection and b.source_id = gone.payment
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key())
        .update();
    if (!lines.isEmpty()) {
      insert(List.of(new NewLines(origin, object, lines)));
    }
  }

  static Version version(ResultSet row, int number) throws SQLException {
    return new Version(row.getString("source_version"), row.getLong("source_sequence"));
  }

  /** Notes that a line of the hub is, or is not any more, what a program has booked. */
  public void link(
      String companyId, UUID allocationId, @Nullable String connectionId, @Nullable String id) {
    jdbc.sql(
            """
            update allocation set booking_connection = :connection, booking_id = :booking
             where company_id = :company and allocation_id = :id
            """)
        .param("connection", connectionId)
        .param("booking", id)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
  }
}
