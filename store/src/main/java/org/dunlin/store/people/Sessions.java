package org.dunlin.store.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where people are signed in. */
public final class Sessions {
  private static final int LONGEST_TEXT = 200;

  private final JdbcClient jdbc;

  Sessions(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A session.
   *
   * @param seenAt when something was asked for in it last, to the minute
   * @param browser in a few words; empty where it does not say
   */
  public record Session(UUID id, Instant since, Instant seenAt, String address, String browser) {}

  /**
   * How it stands with a session that is there and whose person may sign in.
   *
   * @param version the person's
   */
  public record Standing(long version, Instant seenAt) {}

  /** Somebody has signed in; what began before the oldest is forgotten. */
  public void begin(Session session, String name, long version, Instant oldest) {
    jdbc.sql("delete from hub_session where since < :oldest")
        .param("oldest", Ids.at(oldest))
        .update();
    jdbc.sql(
            """
            insert into hub_session values (:id, :name, :version, :since, :seen, :address, :browser)
            """)
        .param("id", session.id())
        .param("name", name)
        .param("version", version)
        .param("since", Ids.at(session.since()))
        .param("seen", Ids.at(session.seenAt()))
        .param("address", cut(session.address()))
        .param("browser", cut(session.browser()))
        .update();
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(text.length(), LONGEST_TEXT));
  }

  /** How it stands with a session; empty where it was ended, or its person may not sign in. */
  public Optional<Standing> find(UUID id, String name) {
    return jdbc.sql(
            """
            select u.version, s.seen_at from hub_session s join hub_user u using (name)
             where s.session_id = :id and u.name = :name and not u.switched_off
               and (u.password_hash is not null or u.identity is not null)
            """)
        .param("id", id)
        .param("name", name)
        .query(
            (row, number) ->
                new Standing(
                    row.getLong("version"),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Something was asked for in it. */
  public void seen(UUID id, Instant now) {
    jdbc.sql("update hub_session set seen_at = :now where session_id = :id")
        .param("now", Ids.at(now))
        .param("id", id)
        .update();
  }

  /** It goes on although the person has changed. */
  public void renew(UUID id, long version) {
    jdbc.sql("update hub_session set version = :version where session_id = :id")
        .param("version", version)
        .param("id", id)
        .update();
  }

  /** Those of a person that are worth something, the one that was seen last first. */
  public List<Session> of(String name, Instant oldest) {
    return jdbc.sql(
            """
            select s.* from hub_session s join hub_user u using (name)
             where s.name = :name and s.version = u.version and s.since >= :oldest
             order by s.seen_at desc, s.session_id
            """)
        .param("name", name)
        .param("oldest", Ids.at(oldest))
        .query(
            (row, number) ->
                new Session(
                    row.getObject("session_id", UUID.class),
                    row.getObject("since", OffsetDateTime.class).toInstant(),
                    row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                    row.getString("address"),
                    row.getString("browser")))
        .list();
  }

  /** Forgets all. */
  public void forget() {
    jdbc.sql("delete from hub_session").update();
  }

  /** Ends one of a person's; false where they have none such. */
  public boolean end(UUID id, String name) {
    return jdbc.sql("delete from hub_session where session_id = :id and name = :name")
            .param("id", id)
            .param("name", name)
            .update()
        == 1;
  }
}
