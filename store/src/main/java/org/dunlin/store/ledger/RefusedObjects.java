package org.dunlin.store.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Objects of programs whose newest state could not be taken: what the ledger says of them is older
 * than what their program says, until a state that is no older is taken.
 */
public final class RefusedObjects {
  private static final String ONE =
      " where company_id = :company and connection_id = :connection and stream = :stream"
          + " and object_key = :key";

  private final JdbcClient jdbc;

  /** The refused objects of this database. */
  public RefusedObjects(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** An invoice that has the key of an object that was refused. */
  public record Behind(UUID invoiceId, String connectionId, String stream) {}

  /** Notes that this state was refused, unless a later one was, or is in the ledger. */
  public void refused(Origin origin, BookedObject object, UUID deliveryId) {
    if (replaces(origin, state(origin, object)) && replaces(origin, invoice(origin, object))) {
      with(
              origin,
              object,
              """
              insert into refused_object (company_id, connection_id, stream, object_key, source_version,
                                          source_sequence, delivery_id)
              values (:company, :connection, :stream, :key, :version, :sequence, :delivery)
              on conflict (company_id, connection_id, stream, object_key) do update
                 set source_version = excluded.source_version, delivery_id = excluded.delivery_id,
                     source_sequence = excluded.source_sequence
              """)
          .param("version", origin.saidVersion())
          .param("sequence", origin.sequence())
          .param("delivery", deliveryId)
          .update();
    }
  }

  /** Notes that this state was taken; an earlier one that was refused is of no matter any more. */
  public void taken(Origin origin, BookedObject object) {
    Optional<Version> before = state(origin, object);
    if (before.isPresent() && origin.version().replaces(before.get())) {
      with(origin, object, "delete from refused_object" + ONE).update();
    }
  }

  /** Whether any object of the connection is refused. */
  public boolean any(String companyId, String connectionId) {
    return jdbc.sql(
            "select exists (select from refused_object"
                + " where company_id = :company and connection_id = :connection)")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }

  /**
   * When the oldest page of these streams came that could not be taken as a whole, so that nobody
   * knows of which objects it tells; empty where there is none.
   */
  public Optional<Instant> oldestPage(
      String companyId, String connectionId, Collection<String> streams) {
    return jdbc.sql(
            """
            select min(d.received_at) as at from delivery d
             where d.company_id = :company and d.connection_id = :connection
               and d.state in ('QUARANTINED', 'POISON') and d.stream = any(:streams)
               and not exists (select from refused_object r where r.company_id = d.company_id
                                  and r.delivery_id = d.delivery_id)
            having min(d.received_at) is not null
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("streams", streams.toArray(String[]::new))
        .query((row, number) -> row.getObject("at", OffsetDateTime.class).toInstant())
        .optional();
  }

  /** Invoices by their own figures that have the key of a refused object. */
  public List<Behind> behind(String companyId) {
    return jdbc.sql(
            """
            select i.invoice_id, r.connection_id, r.stream from refused_object r
              join invoice i on i.company_id = r.company_id and i.connection_id = r.connection_id
                   and i.source_id = r.object_key
             where r.company_id = :company
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Behind(
                    row.getObject("invoice_id", UUID.class),
                    row.getString("connection_id"),
                    row.getString("stream")))
        .list();
  }

  private static boolean replaces(Origin origin, Optional<Version> other) {
    return other.map(origin.version()::replaces).orElse(true);
  }

  private Optional<Version> invoice(Origin origin, BookedObject object) {
    return with(
            origin,
            object,
            "select source_version, source_sequence from invoice where company_id = :company"
                + " and connection_id = :connection and source_id = :key"
                + " and cast(:stream as text) is not null")
        .query(Bookings::version)
        .optional();
  }

  private Optional<Version> state(Origin origin, BookedObject object) {
    return with(
            origin,
            object,
            "select source_version, source_sequence from refused_object" + ONE + " for update")
        .query(Bookings::version)
        .optional();
  }

  private JdbcClient.StatementSpec with(Origin origin, BookedObject object, String sql) {
    return jdbc.sql(sql)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("stream", object.stream())
        .param("key", object.key());
  }
}
