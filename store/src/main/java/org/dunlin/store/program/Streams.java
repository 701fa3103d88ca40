package org.dunlin.store.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where the streams of connections are. What a run writes here it writes in the transaction that
 * notes the answer under its lease, so that a late one is undone.
 */
public final class Streams {
  /** The stream of the one row under which a connection's single objects are fetched. */
  public static final String WANTED = "*";

  private static final int LONGEST_FAILURE = 2000;
  private static final String ONE =
      " where company_id = :company and connection_id = :connection and stream = :stream"
          + " and reading = :reading";

  private final JdbcClient jdbc;

  /** The streams of this database. */
  public Streams(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Which stream of which connection, and why it is read. */
  public record Key(String companyId, String connectionId, String stream, Reading reading) {
    /** The row under which a connection's single objects are fetched. */
    public static Key wanted(String companyId, String connectionId) {
      return new Key(companyId, connectionId, WANTED, Reading.WANTED);
    }
  }

  /** Makes the stream known and due after a while, unless it is known; absent: not due at all. */
  public void add(Key key, @Nullable Duration dueAfter) {
    with(
            key,
            """
            insert into connection_stream (company_id, connection_id, stream, reading, due_at)
            values (:company, :connection, :stream, :reading,
                    now() + make_interval(secs => cast(:seconds as double precision)))
            on conflict do nothing
            """)
        .param("seconds", dueAfter == null ? null : Instants.seconds(dueAfter), Types.DOUBLE)
        .update();
  }

  /** The streams of a connection, those that are due longest first. */
  public List<StreamState> of(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select *, coalesce(due_at <= now(), false) as due from connection_stream
             where company_id = :company and connection_id = :connection
             order by due_at nulls last, stream, reading
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query((row, number) -> state(row))
        .list();
  }

  /** A run begins; of a sweep it is a new one, by whose number objects are seen. */
  public void begun(Key key, String pageState) {
    with(
            key,
            """
            update connection_stream
               set page_state = cast(:state as jsonb), run_started_at = now(), pages = 0, objects = 0,
                   generation = generation + case when reading = 'SWEEP' then 1 else 0 end
            """
                + ONE)
        .param("state", pageState)
        .update();
  }

  /**
   * A page was taken and others follow, at once.
   *
   * @param cursor to be kept from now on; absent: the one that is kept stays
   */
  public void turned(Key key, String pageState, @Nullable String cursor, int objects) {
    with(
            key,
            """
            update connection_stream
               set page_state = cast(:state as jsonb), cursor = coalesce(:cursor, cursor),
                   pages = pages + 1, objects = objects + :objects, due_at = now(),
                   failure = null, failed_at = null, failures = 0, not_before = null
            """
                + ONE)
        .param("state", pageState)
        .param("cursor", cursor, Types.VARCHAR)
        .param("objects", objects)
        .update();
  }

  /**
   * The last page of a run was taken; the next run is due after a while, or never by itself. What
   * it brought is true of the moment at which it began.
   */
  public void ended(Key key, @Nullable String cursor, int objects, @Nullable Duration nextAfter) {
    with(
            key,
            """
            update connection_stream
               set page_state = null, cursor = coalesce(:cursor, cursor), pages = pages + 1,
                   objects = objects + :objects, last_pages = pages + 1,
                   last_success_at = coalesce(run_started_at, now()),
                   due_at = now() + make_interval(secs => cast(:seconds as double precision)),
                   failure = null, failed_at = null, failures = 0, not_before = null
            """
                + ONE)
        .param("cursor", cursor, Types.VARCHAR)
        .param("objects", objects)
        .param("seconds", nextAfter == null ? null : Instants.seconds(nextAfter), Types.DOUBLE)
        .update();
  }

  /**
   * It failed, and is tried again after a while.
   *
   * @param again whether the run is given up, so that the next one begins anew at the cursor
   * @param asked whether the program itself asked to wait so long, which nobody passes
   */
  public void failed(Key key, String sentence, Duration wait, boolean again, boolean asked) {
    with(
            key,
            """
            update connection_stream
               set failure = :failure, failed_at = now(), failures = failures + 1,
                   page_state = case when :again then null else page_state end,
                   due_at = now() + make_interval(secs => :seconds),
                   not_before = case when :asked then now() + make_interval(secs => :seconds) end
            """
                + ONE)
        .param("failure", shortened(sentence))
        .param("again", again)
        .param("asked", asked)
        .param("seconds", Instants.seconds(wait))
        .update();
  }

  /**
   * All that is due of a connection failed before anything was asked; it waits for a while. Single
   * objects only wait, since nothing would say of them all that they do not fail any more.
   */
  public void dueFailed(String companyId, String connectionId, String sentence, Duration wait) {
    jdbc.sql(
            """
            update connection_stream
               set due_at = now() + make_interval(secs => :seconds),
                   failure = case when reading = 'WANTED' then failure else :failure end,
                   failed_at = case when reading = 'WANTED' then failed_at else now() end,
                   failures = failures + case when reading = 'WANTED' then 0 else 1 end
             where company_id = :company and connection_id = :connection and due_at <= now()
            """)
        .param("failure", shortened(sentence))
        .param("seconds", Instants.seconds(wait))
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  private static String shortened(String sentence) {
    return sentence.substring(0, Math.min(sentence.length(), LONGEST_FAILURE));
  }

  /** It is due after a while, and not before. */
  public void later(Key key, Duration wait) {
    with(key, "update connection_stream set due_at = now() + make_interval(secs => :seconds)" + ONE)
        .param("seconds", Instants.seconds(wait))
        .update();
  }

  /** It is due at once. */
  public void dueNow(Key key) {
    with(key, "update connection_stream set due_at = least(due_at, now())" + ONE).update();
  }

  /**
   * All that changed is to be read at once, whatever failed before; or when the program permits.
   */
  public void pollNow(String companyId, String connectionId) {
    jdbc.sql(
            """
            update connection_stream set due_at = greatest(now(), not_before)
             where company_id = :company and connection_id = :connection
               and reading = 'POLL' and (due_at is null or due_at > now())
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  /** Forgets where the streams are: the next runs read all anew. */
  public void beginAnew(String companyId, String connectionId) {
    jdbc.sql(
            """
            update connection_stream set cursor = null, page_state = null
             where company_id = :company and connection_id = :connection and reading = 'POLL'
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  /** An object says that it changed at a time yet to come; absent: none does any more. */
  public void ahead(Key key, @Nullable String sentence) {
    with(key, "update connection_stream set ahead = :ahead" + ONE)
        .param("ahead", sentence == null ? null : shortened(sentence), Types.VARCHAR)
        .update();
  }

  /** A person is asked whether so many objects are gone; absent: nobody is asked any more. */
  public void ask(Key sweep, @Nullable Integer objects) {
    with(sweep, "update connection_stream set asked = :asked" + ONE)
        .param("asked", objects, Types.INTEGER)
        .update();
  }

  private JdbcClient.StatementSpec with(Key key, String sql) {
    return jdbc.sql(sql)
        .param("company", key.companyId())
        .param("connection", key.connectionId())
        .param("stream", key.stream())
        .param("reading", key.reading().name());
  }

  private static StreamState state(ResultSet row) throws SQLException {
    return new StreamState(
        row.getString("stream"),
        Reading.valueOf(row.getString("reading")),
        row.getString("cursor"),
        row.getString("page_state"),
        Instants.orNull(row, "run_started_at"),
        row.getInt("pages"),
        row.getInt("objects"),
        row.getInt("last_pages"),
        row.getLong("generation"),
        Instants.orNull(row, "last_success_at"),
        Instants.orNull(row, "due_at"),
        row.getBoolean("due"),
        row.getString("failure"),
        Instants.orNull(row, "failed_at"),
        row.getInt("failures"),
        row.getObject("asked", Integer.class),
        row.getString("ahead"),
        Instants.orNull(row, "not_before"));
  }
}
