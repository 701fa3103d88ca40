package org.dunlin.store.ledger;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What objects of programs say was booked and settled: the newest state of each counts as a whole,
 * and what it does not say any more holds no more.
 */
public final class BookedObjects {
  private static final String OF_ONE =
      " company_id = :company and connection_id = :connection and stream = :stream"
          + " and object_key = :key";
  private static final String OF_SEVERAL =
      " where company_id = :company and connection_id = :connection and stream = :stream"
          + " and object_key = any(:keys)";

  /** Whoever compares looks at what was written, and a line that goes leaves nothing behind. */
  private static final String TOUCHED =
      """
      update booking b set void = void from gone
       where b.company_id = :company and b.connection_id = :connection and b.source_id = gone.payment
      """;

  private final JdbcClient jdbc;

  /** The objects of this database. */
  public BookedObjects(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Which state of the object is kept; empty where none ever was. */
  public Optional<Version> state(String companyId, String connectionId, BookedObject object) {
    return of(
            companyId,
            connectionId,
            object,
            "select source_version, source_sequence from booked_object where"
                + OF_ONE
                + " for update")
        .query(Bookings::version)
        .optional();
  }

  /** Those of the objects of which no state is kept. */
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

  /** What an object says the first time of what settles what. */
  public record NewLines(Origin origin, BookedObject object, List<Allocation> lines) {
    public NewLines {
      lines = List.copyOf(lines);
    }
  }

  /**
   * Keeps what the objects say that have said nothing before, in two round trips; those that have
   * meanwhile, of which nothing is kept.
   *
   * @param all of one delivery, each object once
   */
  public Set<BookedObject> add(List<NewLines> all) {
    if (all.isEmpty()) {
      return Set.of();
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
    return all.stream()
        .map(NewLines::object)
        .filter(object -> !added.contains(object))
        .collect(Collectors.toSet());
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

  /**
   * Keeps what the object says now in place of what it said before.
   *
   * @param payments which it brings; others that it brought are void from now on
   */
  public void replace(
      Origin origin,
      BookedObject object,
      Collection<String> payments,
      List<Allocation> lines,
      List<Adjustment> adjustments) {
    of(
            origin,
            object,
            """
            insert into booked_object as o (company_id, connection_id, stream, object_key, source_version,
                                            source_sequence)
            values (:company, :connection, :stream, :key, :version, :sequence)
            on conflict (company_id, connection_id, stream, object_key) do update
               set source_version = excluded.source_version, source_sequence = excluded.source_sequence
            """)
        .param("version", origin.saidVersion())
        .param("sequence", origin.sequence())
        .update();
    of(
            origin,
            object,
            """
            with gone as (delete from booking_line where %s returning payment),
                 others as (delete from booking_adjustment where %s)
            """
                    .formatted(OF_ONE, OF_ONE)
                + TOUCHED)
        .update();
    voidOthers(origin, object, payments);
    if (!lines.isEmpty()) {
      insert(List.of(new NewLines(origin, object, lines)));
    }
    for (int i = 0; i < adjustments.size(); i++) {
      add(origin, object, i, adjustments.get(i));
    }
  }

  private void voidOthers(Origin origin, BookedObject object, Collection<String> payments) {
    of(
            origin,
            object,
            "update booking set void = true, source_version = :version, source_sequence = :sequence"
                + " where not void and not source_id = any(:payments) and"
                + OF_ONE)
        .param("version", origin.saidVersion())
        .param("sequence", origin.sequence())
        .param("payments", payments.toArray(String[]::new))
        .update();
  }

  /**
   * Drops what objects had said that are not there any more; what they say when they come again
   * counts, whatever its version.
   *
   * @return whether there was anything
   */
  public boolean drop(
      String companyId, String connectionId, String stream, Collection<String> keys) {
    int changed = 0;
    for (String statement :
        List.of(
            "update booking set void = true, source_version = null" + OF_SEVERAL + " and not void",
            // what was booked before objects were kept with it is known by its lines alone
            """
            update booking b set void = true, source_version = null
              from booking_line l
             where l.company_id = :company and l.connection_id = :connection and l.stream = :stream
               and l.object_key = any(:keys) and b.company_id = l.company_id
               and b.connection_id = l.connection_id and b.source_id = l.payment
               and b.stream is null and not b.void
            """,
            "with gone as (delete from booking_line"
                + OF_SEVERAL
                + " returning payment), others as (delete from booking_adjustment"
                + OF_SEVERAL
                + ") "
                + TOUCHED,
            "update booked_object set source_version = null" + OF_SEVERAL)) {
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

  private void add(Origin origin, BookedObject object, int ordinal, Adjustment adjustment) {
    of(
            origin,
            object,
            """
            insert into booking_adjustment (company_id, connection_id, stream, object_key, ordinal, payment,
                                            invoice, currency, amount, reason)
            values (:company, :connection, :stream, :key, :ordinal, :payment, :invoice, :currency, :amount,
                    :reason)
            """)
        .param("ordinal", ordinal)
        .param("payment", adjustment.paymentId())
        .param("invoice", adjustment.invoiceId())
        .param("currency", adjustment.amount().getCurrencyUnit().getCode())
        .param("amount", adjustment.amount().getAmount())
        .param("reason", adjustment.reason().name())
        .update();
  }

  private JdbcClient.StatementSpec of(Origin origin, BookedObject object, String sql) {
    return of(origin.companyId(), origin.connectionId(), object, sql);
  }

  private JdbcClient.StatementSpec of(
      String companyId, String connectionId, BookedObject object, String sql) {
    return jdbc.sql(sql)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("stream", object.stream())
        .param("key", object.key());
  }
}
