package org.dunlin.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.people.HubEvents.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people are still to be told of their own account, at the address that they said. */
public final class Notices {
  private final JdbcClient jdbc;

  Notices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Something that somebody is to be told.
   *
   * @param email where to, as it was when it happened
   * @param language theirs; absent where they chose none
   * @param actor who did it
   * @param detail such as the address from which it was done; empty where there is none
   * @param attempts how often it was tried, this time counted
   */
  public record Notice(
      UUID id,
      String name,
      String email,
      @Nullable String language,
      Kind kind,
      String actor,
      String detail,
      Instant at,
      int attempts) {
    @Override
    public String toString() {
      return "Notice[" + kind + " to " + name + "]";
    }
  }

  /** Somebody is to be told this; nothing where they said no address. */
  public void put(String actor, Kind kind, String about, String detail) {
    jdbc.sql(
            """
            insert into hub_notice (notice_id, name, email, language, event, actor, detail)
            select :id, name, email, language, :event, :actor, :detail
              from hub_user where name = :about and email is not null
            """)
        .param("id", Ids.next())
        .param("event", kind.name())
        .param("actor", actor)
        .param("detail", detail)
        .param("about", about)
        .update();
  }

  /** Takes the next that is due, for whoever asks alone; from now on it may have left. */
  public Optional<Notice> claim() {
    return jdbc.sql(
            """
            update hub_notice set sending_since = now(), attempts = attempts + 1
             where notice_id = (
               select notice_id from hub_notice
                where sending_since is null and next_at <= now()
                order by next_at limit 1 for update skip locked)
            returning *
            """)
        .query((row, number) -> notice(row))
        .optional();
  }

  /** It has left, or never can. */
  public void done(UUID id) {
    jdbc.sql("delete from hub_notice where notice_id = :id").param("id", id).update();
  }

  /** Nothing has left; it is tried again after a pause. */
  public void later(UUID id, Duration pause) {
    jdbc.sql(
            """
            update hub_notice set sending_since = null,
                   next_at = now() + make_interval(secs => :seconds)
             where notice_id = :id
            """)
        .param("seconds", pause.toSeconds())
        .param("id", id)
        .update();
  }

  /**
   * Forgets what happened too long ago to be of use, and what may have left when its process ended.
   *
   * @return how many
   */
  public int forget(Duration old) {
    return jdbc.sql(
            """
            delete from hub_notice where happened_at < now() - make_interval(secs => :seconds)
               or sending_since < now() - interval '1 hour'
            """)
        .param("seconds", old.toSeconds())
        .update();
  }

  /** Forgets all: the hub of which this is a copy may have told it. */
  public void clear() {
    jdbc.sql("delete from hub_notice").update();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    return new Notice(
        row.getObject("notice_id", UUID.class),
        row.getString("name"),
        row.getString("email"),
        row.getString("language"),
        Kind.valueOf(row.getString("event")),
        row.getString("actor"),
        row.getString("detail"),
        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
        row.getInt("attempts"));
  }
}
