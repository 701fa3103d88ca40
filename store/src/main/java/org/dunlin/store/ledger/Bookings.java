package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
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

  /**
   * Keeps a payment as its program has booked it, unless a later state of it is there.
   *
   * @param object which brings it, where it is known
   * @param said its id is the program's
   * @param reference the hub's own, where the program gives it back
   */
  public Put put(
      Origin origin, @Nullable BookedObject object, Payment said, @Nullable String reference) {
    int added = write(INSERT, origin, object, said, reference);
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
    write(UPDATE, origin, object, said, reference);
    return Put.REPLACED;
  }

  /**
   * A payment that a program may have booked anew.
   *
   * @param origin the delivery, at the object that says it
   * @param object which brings it
   * @param reference the hub's own, where the program gives it back
   */
  public record NewBooking(
      Origin origin, BookedObject object, Payment said, @Nullable String reference) {}

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
                                         void, direction, booking_date, currency, amount, account_key, reference,
                                         stream, object_key)
                    select :company, :connection, source, version, :sequence, void, direction, date, currency,
                           amount, account, reference, stream, key
                      from unnest(cast(:sources as text[]), cast(:versions as text[]), cast(:voids as boolean[]),
                                  cast(:directions as text[]), cast(:dates as date[]), cast(:currencies as text[]),
                                  cast(:amounts as numeric[]), cast(:accounts as text[]),
                                  cast(:references as text[]), cast(:streams as text[]), cast(:keys as text[]))
                           as said (source, version, void, direction, date, currency, amount, account, reference,
                                    stream, key)
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
                           direction, booking_date, currency, amount, account_key, reference, stream,
                           object_key)
      values (:company, :connection, :source, :version, :sequence, :void, :direction, :date, :currency,
              :amount, :account, :reference, :stream, :key)
      on conflict do nothing
      """;

  private static final String UPDATE =
      """
      update booking
         set source_version = :version, source_sequence = :sequence, void = :void, direction = :direction,
             booking_date = :date, currency = :currency, amount = :amount, account_key = :account,
             reference = :reference, stream = :stream, object_key = :key
       where company_id = :company and connection_id = :connection and source_id = :source
      """;

  private int write(
      String statement,
      Origin origin,
      @Nullable BookedObject object,
      Payment said,
      @Nullable String reference) {
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
        .param("stream", object == null ? null : object.stream())
        .param("key", object == null ? null : object.key())
        .update();
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
