package org.dunlin.store.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Single objects that are to be fetched, each once however often it is wanted. One that is wanted
 * again while it is fetched is fetched once more, since its answer may be older than the wish.
 */
public final class WantedObjects {
  private static final int LONGEST_FAILURE = 2000;
  private static final String ONE =
      " where company_id = :company and connection_id = :connection and stream = :stream"
          + " and kind = :kind and object_key = :key and version = :version";

  private final JdbcClient jdbc;

  /** The wanted objects of this database. */
  public WantedObjects(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An object that is being fetched.
   *
   * @param version how often it was wanted when it was taken
   * @param attempts how often it was fetched in vain
   * @param failure why, the last time; absent where it was not
   */
  public record Taken(
      String companyId,
      String connectionId,
      WantedObject object,
      long version,
      int attempts,
      @Nullable String failure) {}

  /** Wants the objects, and makes their connection due in the transaction of the caller. */
  public void want(
      String companyId, String connectionId, Collection<WantedObject> objects, Urgency urgency) {
    if (objects.isEmpty()) {
      return;
    }
    lock(companyId, connectionId);
    // In one order, so that two who want the same do not wait for each other in a circle.
    SortedMap<String, WantedObject> once = new TreeMap<>();
    objects.forEach(each -> once.put(each.stream() + "\n" + each.kind() + "\n" + each.key(), each));
    jdbc.sql(
            """
            insert into wanted_object as w
              (company_id, connection_id, stream, kind, object_key, parent, urgency, wanted_at, not_before)
            select :company, :connection, stream, kind, object_key, cast(parent as jsonb), :urgency, now(), now()
              from unnest(cast(:streams as text[]), cast(:kinds as text[]), cast(:keys as text[]),
                          cast(:parents as text[])) as wanted (stream, kind, object_key, parent)
            on conflict (company_id, connection_id, stream, kind, object_key) do update
               set version = w.version + 1, urgency = least(w.urgency, excluded.urgency),
                   parent = excluded.parent, not_before = least(w.not_before, excluded.not_before)
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("urgency", urgency.ordinal())
        .param("streams", texts(once.values(), WantedObject::stream))
        .param("kinds", texts(once.values(), each -> each.kind().name()))
        .param("keys", texts(once.values(), WantedObject::key))
        .param("parents", texts(once.values(), WantedObject::parent))
        .update();
    noteDue(companyId, connectionId);
  }

  /** Objects of a connection that may be fetched now, the most urgent first. */
  public List<Taken> next(String companyId, String connectionId, int most) {
    return jdbc.sql(
            """
            select * from wanted_object
             where company_id = :company and connection_id = :connection and not_before <= now()
             order by urgency, wanted_at, object_key limit :most
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("most", most)
        .query((row, number) -> taken(row))
        .list();
  }

  /**
   * They were fetched: each is wanted no more, unless it was wanted again meanwhile.
   *
   * @param taken of one connection
   */
  public void done(List<Taken> taken) {
    jdbc.sql(
            """
            delete from wanted_object w
             using unnest(cast(:streams as text[]), cast(:kinds as text[]), cast(:keys as text[]),
                          cast(:versions as bigint[])) as d (stream, kind, object_key, version)
             where w.company_id = :company and w.connection_id = :connection
               and w.stream = d.stream and w.kind = d.kind and w.object_key = d.object_key
               and w.version = d.version
            """)
        .param("company", taken.getFirst().companyId())
        .param("connection", taken.getFirst().connectionId())
        .param("streams", texts(taken, each -> each.object().stream()))
        .param("kinds", texts(taken, each -> each.object().kind().name()))
        .param("keys", texts(taken, each -> each.object().key()))
        .param("versions", taken.stream().map(Taken::version).toArray(Long[]::new))
        .update();
  }

  /** It was fetched in vain, and is tried again after a while. */
  public void failed(Taken taken, Duration wait, String sentence) {
    with(
            taken,
            """
            update wanted_object set attempts = attempts + 1, failure = :failure,
                   not_before = now() + make_interval(secs => :seconds)
            """
                + ONE)
        .param("failure", sentence.substring(0, Math.min(sentence.length(), LONGEST_FAILURE)))
        .param("seconds", Instants.seconds(wait))
        .update();
  }

  /** It was not fetched, and may be after a while. */
  public void later(Taken taken, Duration wait) {
    with(
            taken,
            "update wanted_object set not_before = now() + make_interval(secs => :seconds)" + ONE)
        .param("seconds", Instants.seconds(wait))
        .update();
  }

  /** Whether any of these invoices waits to be fetched anew. */
  public boolean anyOf(String companyId, Collection<UUID> invoices) {
    return jdbc.sql(
            """
            select exists (select from invoice i
                             join wanted_object w on w.company_id = i.company_id
                                  and w.connection_id = i.connection_id and w.object_key = i.source_id
                            where i.company_id = :company and i.invoice_id = any(:invoices)
                              and w.kind = 'OBJECT')
            """)
        .param("company", companyId)
        .param("invoices", invoices.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Notes when the first wanted object of a connection may be fetched. */
  public void noteDue(String companyId, String connectionId) {
    lock(companyId, connectionId);
    jdbc.sql(
            """
            update connection_stream
               set due_at = (select min(not_before) from wanted_object
                              where company_id = :company and connection_id = :connection)
             where company_id = :company and connection_id = :connection and reading = 'WANTED'
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  /** Since when the oldest object of these streams waits to be fetched; empty where none does. */
  public Optional<Instant> oldest(
      String companyId, String connectionId, Collection<String> streams) {
    return jdbc.sql(
            """
            select min(wanted_at) as at from wanted_object
             where company_id = :company and connection_id = :connection and kind = 'OBJECT'
               and stream = any(:streams)
            having min(wanted_at) is not null
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("streams", streams.toArray(String[]::new))
        .query((row, number) -> Instants.of(row, "at"))
        .optional();
  }

  private void lock(String companyId, String connectionId) {
    jdbc.sql(
            "select 1 from program_connection"
                + " where company_id = :company and connection_id = :connection for no key update")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Integer.class)
        .list();
  }

  /** How many objects of a connection wait, and how many of them were fetched in vain before. */
  public record Waiting(int objects, int failing) {}

  /** How many objects of a connection wait. */
  public Waiting waiting(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select count(*) as objects, count(*) filter (where attempts > 0) as failing
              from wanted_object where company_id = :company and connection_id = :connection
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query((row, number) -> new Waiting(row.getInt("objects"), row.getInt("failing")))
        .single();
  }

  private JdbcClient.StatementSpec with(Taken taken, String sql) {
    return jdbc.sql(sql)
        .param("company", taken.companyId())
        .param("connection", taken.connectionId())
        .param("stream", taken.object().stream())
        .param("kind", taken.object().kind().name())
        .param("key", taken.object().key())
        .param("version", taken.version());
  }

  private static <T> String[] texts(Collection<T> objects, Function<T, String> text) {
    return objects.stream().map(text).toArray(String[]::new);
  }

  private static Taken taken(ResultSet row) throws SQLException {
    return new Taken(
        row.getString("company_id"),
        row.getString("connection_id"),
        new WantedObject(
            row.getString("stream"),
            Kind.valueOf(row.getString("kind")),
            row.getString("object_key"),
            row.getString("parent")),
        row.getLong("version"),
        row.getInt("attempts"),
        row.getString("failure"));
  }
}
