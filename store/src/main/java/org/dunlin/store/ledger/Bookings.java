package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Adjustment;
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

  /** Keeps what the object says now in place of what it said before. */
  public void replaceLines(
      Origin origin, BookedObject object, List<Allocation> lines, List<Adjustment> adjustments) {
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
    for (int i = 0; i < lines.size(); i++) {
      add(origin, object, i, lines.get(i));
    }
    of(origin, object, "delete from booking_adjustment").update();
    for (int i = 0; i < adjustments.size(); i++) {
      add(origin, object, i, adjustments.get(i));
    }
  }

  /**
   * Drops what objects had said that are not there any more; what they say when they come again
   * counts, whatever its version.
   *
   * @return whether there was anything
   */
  public boolean drop(
      String companyId, String connectionId, String stream, Collection<String> keys) {
    String ofObjects =
        " where company_id = :company and connection_id = :connection and stream = :stream"
            + " and object_key = any(:keys)";
    int changed = 0;
    for (String statement :
        List.of(
            """
            update booking b set void = true, source_version = null
             where company_id = :company and connection_id = :connection and not void
               and (stream = :stream and object_key = any(:keys)
                    or source_id in (select payment from booking_line l where l.company_id = :company
                                        and l.connection_id = :connection and l.stream = :stream
                                        and l.object_key = any(:keys)))
            """,
            "delete from booking_line" + ofObjects,
            "delete from booking_adjustment" + ofObjects,
            "update booked_object set source_version = null" + ofObjects)) {
      changed +=
          jdbc.sql(statement)
              .param("company", companyId)
              .param("connection", connectionId)
              .param("stream", stream)
              .param("keys", keys.toArray(String[]::new))
              .update();
    }
    return changed > 0;
  }

  private void add(Origin origin, BookedObject object, int ordinal, Allocation line) {
    jdbc.sql(
            """
            insert into booking_line (company_id, connection_id, stream, object_key, ordinal, payment,
                                      credit_note, invoice, currency, amount)
            values (:company, :connection, :stream, :key, :ordinal, :payment, :note, :invoice, :currency,
                    :amount)
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key())
        .param("ordinal", ordinal)
        .param("payment", line.paymentId())
        .param("note", line.creditNoteId())
        .param("invoice", line.invoiceId())
        .param("currency", line.amount().getCurrencyUnit().getCode())
        .param("amount", line.amount().getAmount())
        .update();
  }

  private void add(Origin origin, BookedObject object, int ordinal, Adjustment adjustment) {
    jdbc.sql(
            """
            insert into booking_adjustment (company_id, connection_id, stream, object_key, ordinal, payment,
                                            invoice, currency, amount, reason)
            values (:company, :connection, :stream, :key, :ordinal, :payment, :invoice, :currency, :amount,
                    :reason)
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key())
        .param("ordinal", ordinal)
        .param("payment", adjustment.paymentId())
        .param("invoice", adjustment.invoiceId())
        .param("currency", adjustment.amount().getCurrencyUnit().getCode())
        .param("amount", adjustment.amount().getAmount())
        .param("reason", adjustment.reason().name())
        .update();
  }

  private JdbcClient.StatementSpec of(Origin origin, BookedObject object, String sql) {
    return jdbc.sql(
            sql
                + " where company_id = :company and connection_id = :connection and stream = :stream"
                + " and object_key = :key")
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key());
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
