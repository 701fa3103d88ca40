package org.dunlin.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal of what belongs to no company: who was let in, and what they may. */
public final class HubEvents {
  /** What a person is told by mail when it happens to their account, whoever did it. */
  private static final Set<Kind> TOLD =
      Set.of(
          Kind.INVITED,
          Kind.PASSWORD_CHANGED,
          Kind.SECOND_FACTOR_ON,
          Kind.SECOND_FACTOR_OFF,
          Kind.RECOVERY_CODE_USED,
          Kind.CODE_USED_AGAIN,
          Kind.EMAIL_CHANGED);

  private final JdbcClient jdbc;
  private final Notices notices;

  HubEvents(DataSource pool, Notices notices) {
    jdbc = JdbcClient.create(pool);
    this.notices = notices;
  }

  /** What happens to people. */
  public enum Kind {
    PERSON_ADDED,
    INVITED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    PERSON_OFF,
    PERSON_ON,
    UNLOCKED,
    SIGNED_OUT_EVERYWHERE,
    PASSWORD_CHANGED,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    /** A code that had been used before, or one older than that, was said once more. */
    CODE_USED_AGAIN,
    /** Where they are told of such things. */
    EMAIL_CHANGED,
    SIGNED_IN,
    SIGN_IN_FAILED,
    SETTING_SET,
    SETTING_RESET
  }

  /**
   * Something that happened.
   *
   * @param actor who did it
   * @param about the person to whom
   * @param detail such as a role and a company; empty where there is none
   */
  public record HubEvent(Instant at, String actor, Kind kind, String about, String detail) {}

  /** Notes it. */
  public void note(String actor, Kind kind, String about, String detail) {
    jdbc.sql(
            """
            insert into hub_event (event_id, actor, event, about, detail)
            values (:id, :actor, :event, :about, :detail)
            """)
        .param("id", Ids.next())
        .param("actor", actor)
        .param("event", kind.name())
        .param("about", about)
        .param("detail", detail)
        .update();
    if (TOLD.contains(kind)) {
      notices.put(actor, kind, about, detail);
    }
  }

  /**
   * Notes that somebody signed in; they are told where they did so before, and never from there.
   *
   * @param network how the address begins that others of the same place have; the address itself
   *     where that is not known
   */
  public void noteSignIn(String name, String address, String network) {
    boolean known =
        jdbc.sql(
                """
                select not exists (select 1 from hub_event
                                    where about = :name and event = 'SIGNED_IN')
                    or exists (select 1 from hub_event
                                where about = :name and event = 'SIGNED_IN'
                                  and (detail = :address
                                       or :network <> :address and starts_with(detail, :network)))
                """)
            .param("name", name)
            .param("address", address)
            .param("network", network)
            .query(Boolean.class)
            .single();
    note(name, Kind.SIGNED_IN, name, address);
    if (!known) {
      notices.put(name, Kind.SIGNED_IN, name, address);
    }
  }

  /** Notes it unless the same was noted of them within the last minute. */
  public void noteOnceAMinute(String actor, Kind kind, String about, String detail) {
    boolean noted =
        jdbc.sql(
                """
                select exists (select 1 from hub_event
                 where about = :about and event = :event and at > now() - interval '1 minute')
                """)
            .param("about", about)
            .param("event", kind.name())
            .query(Boolean.class)
            .single();
    if (!noted) {
      note(actor, kind, about, detail);
    }
  }

  /** The latest first. */
  public List<HubEvent> latest(int most) {
    return jdbc.sql("select * from hub_event order by event_id desc limit :most")
        .param("most", most)
        .query((row, number) -> event(row))
        .list();
  }

  /** What happened to one person, the latest first. */
  public List<HubEvent> about(String name, int most) {
    return jdbc.sql(
            "select * from hub_event where about = :name order by event_id desc limit :most")
        .param("name", name)
        .param("most", most)
        .query((row, number) -> event(row))
        .list();
  }

  private static HubEvent event(ResultSet row) throws SQLException {
    return new HubEvent(
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("actor"),
        Kind.valueOf(row.getString("event")),
        row.getString("about"),
        row.getString("detail"));
  }
}
