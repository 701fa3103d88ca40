package org.dunlin.store.program;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Which objects of a stream are there, as far as the hub has seen. What a complete sweep did not
 * bring is missing; what the next one does not bring, either, is gone.
 */
public final class SeenObjects {
  private static final String STREAM =
      " where company_id = :company and connection_id = :connection and stream = :stream";

  private final JdbcClient jdbc;

  /** The objects of this database. */
  public SeenObjects(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A stream of a connection. */
  public record Of(String companyId, String connectionId, String stream) {}

  /**
   * An object that is there.
   *
   * @param version absent where the program gives none
   */
  public record Thing(String key, @Nullable String version) {}

  /**
   * What is known of objects before they are seen again.
   *
   * @param keys of those that were seen before
   * @param versions of those that had one
   * @param missing of those that were missing or gone
   */
  public record Known(Set<String> keys, Map<String, String> versions, List<String> missing) {}

  /** What is known of these objects. */
  public Known known(Of of, Collection<String> keys) {
    Set<String> seen = new HashSet<>();
    Map<String, String> versions = new HashMap<>();
    List<String> missing = new ArrayList<>();
    with(
            of,
            "select object_key, version, missed from object_seen"
                + STREAM
                + " and object_key = any(:keys) order by object_key")
        .param("keys", keys.toArray(String[]::new))
        .query(
            row -> {
              String version = row.getString("version");
              seen.add(row.getString("object_key"));
              if (version != null) {
                versions.put(row.getString("object_key"), version);
              }
              if (row.getInt("missed") > 0) {
                missing.add(row.getString("object_key"));
              }
            });
    return new Known(seen, versions, missing);
  }

  /**
   * Notes that these objects are there.
   *
   * @param generation the number of the last sweep that has begun
   */
  public void saw(Of of, Collection<Thing> things, long generation) {
    SortedMap<String, Thing> once = new TreeMap<>();
    things.forEach(thing -> once.put(thing.key(), thing));
    with(
            of,
            """
            insert into object_seen as o
              (company_id, connection_id, stream, object_key, version, generation)
            select :company, :connection, :stream, key, version, :generation
              from unnest(cast(:keys as text[]), cast(:versions as text[])) as seen (key, version)
            on conflict (company_id, connection_id, stream, object_key) do update
               set generation = excluded.generation, missed = 0, gone = false,
                   version = coalesce(excluded.version, o.version)
             where o.generation < excluded.generation or o.missed > 0
                or o.version is distinct from coalesce(excluded.version, o.version)
            """)
        .param("keys", once.keySet().toArray(String[]::new))
        .param("versions", once.values().stream().map(Thing::version).toArray(String[]::new))
        .param("generation", generation)
        .update();
  }

  /** One object was not there when it was asked for; false where that was known, or it is new. */
  public boolean missedOne(Of of, String key) {
    return with(
                of,
                "update object_seen set missed = 1"
                    + STREAM
                    + " and object_key = :key and missed = 0")
            .param("key", key)
            .update()
        == 1;
  }

  /**
   * A complete sweep has ended: what it did not bring is missed once more.
   *
   * @return the keys of those that were not missed before
   */
  public List<String> missed(Of of, long generation) {
    return with(
            of,
            """
            with missed as (
              update object_seen set missed = least(missed + 1, 2)
            """
                + STREAM
                + """
                 and generation < :generation and not gone
              returning object_key, missed)
            select object_key from missed where missed = 1 order by object_key
            """)
        .param("generation", generation)
        .query(String.class)
        .list();
  }

  /** The objects that so many sweeps in a row did not bring, and that are not gone yet. */
  public List<String> missing(Of of, int times) {
    return with(
            of,
            "select object_key from object_seen"
                + STREAM
                + " and missed = :times and not gone order by object_key")
        .param("times", times)
        .query(String.class)
        .list();
  }

  /** How many objects there are. */
  public int count(Of of) {
    return with(of, "select count(*) from object_seen" + STREAM + " and not gone")
        .query(Integer.class)
        .single();
  }

  /** These are gone, until they are seen again. */
  public void gone(Of of, Collection<String> keys) {
    with(
            of,
            "update object_seen set missed = 2, gone = true"
                + STREAM
                + " and object_key = any(:keys)")
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  /** Somebody knows that these are there after all; only later sweeps may miss them. */
  public void thereAfterAll(Of of, Collection<String> keys) {
    with(of, "update object_seen set missed = 0" + STREAM + " and object_key = any(:keys)")
        .param("keys", keys.toArray(String[]::new))
        .update();
  }

  private JdbcClient.StatementSpec with(Of of, String sql) {
    return jdbc.sql(sql)
        .param("company", of.companyId())
        .param("connection", of.connectionId())
        .param("stream", of.stream());
  }
}
