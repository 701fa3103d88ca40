package org.dunlin.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Ids;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What each program was told, and how each attempt ended. */
public final class EventLog {
  /** What waits for one program, by the beginning of the key by which its events leave. */
  private static final String WAITING =
      " where e.company_id = :company and e.kind = 'EVENT' and e.state in ('PENDING', 'CLAIMED')"
          + " and left(e.ordering_key, 42) = 'event|' || cast(:endpoint as text)";

  private final JdbcClient jdbc;

  EventLog(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Something that a program was told, or is to be.
   *
   * @param status what was answered last, as in HTTP; absent where nothing was
   * @param reason why it waits or has ended otherwise, as a sentence; absent where nothing went
   *     wrong
   */
  public record Line(
      UUID effectId,
      EventKind kind,
      EffectState state,
      int attempts,
      Instant decidedAt,
      Instant notBefore,
      @Nullable Integer status,
      @Nullable String reason) {}

  /**
   * One attempt.
   *
   * @param status what was answered, as in HTTP; absent where nothing was
   * @param tookMillis how long it took, in milliseconds
   */
  public record Attempt(Instant at, @Nullable Integer status, int tookMillis) {}

  /** Notes what an effect tells whom. */
  public void add(String companyId, UUID endpointId, UUID effectId, EventKind kind) {
    jdbc.sql("insert into told_event values (:company, :endpoint, :effect, :kind)")
        .param("company", companyId)
        .param("endpoint", endpointId)
        .param("effect", effectId)
        .param("kind", kind.word())
        .update();
  }

  /** Notes an attempt. */
  public void attempted(
      String companyId, UUID endpointId, UUID effectId, @Nullable Integer status, long tookMillis) {
    jdbc.sql(
            """
            insert into event_attempt (company_id, effect_id, attempt_id, endpoint_id, status, took_millis)
            select :company, :effect, :attempt, :endpoint, :status, :took
             where exists (select 1 from event_endpoint where company_id = :company and endpoint_id = :endpoint)
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .param("attempt", Ids.next())
        .param("endpoint", endpointId)
        .param("status", status, Types.INTEGER)
        .param("took", (int) Math.min(tookMillis, Integer.MAX_VALUE))
        .update();
  }

  /** A page of what a program was told, the newest first. */
  public Page<Line> page(String companyId, UUID endpointId, @Nullable Cursor after, int most) {
    List<Line> lines =
        jdbc.sql(
                """
                select t.effect_id, t.kind, e.state, e.attempts, e.decided_at, e.not_before, e.reason, a.status
                  from told_event t join effect e using (company_id, effect_id)
                  left join lateral (
                    select status from event_attempt x
                     where x.company_id = t.company_id and x.effect_id = t.effect_id
                     order by attempt_id desc limit 1) a on true
                 where t.company_id = :company and t.endpoint_id = :endpoint
                   and (cast(:before as uuid) is null or t.effect_id < :before)
                 order by t.effect_id desc limit :most
                """)
            .param("company", companyId)
            .param("endpoint", endpointId)
            .param("before", after == null ? null : after.id(0), Types.OTHER)
            .param("most", most + 1)
            .query(EventLog::line)
            .list();
    return Page.of(lines, most, line -> Cursor.at(line.effectId()));
  }

  /** The attempts to tell something, the latest first. */
  public List<Attempt> attempts(String companyId, UUID effectId) {
    return jdbc.sql(
            """
            select * from event_attempt where company_id = :company and effect_id = :effect
             order by attempt_id desc limit 200
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .query(
            (row, number) ->
                new Attempt(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getObject("status", Integer.class),
                    row.getInt("took_millis")))
        .list();
  }

  /** Whether a program was told this, or is to be. */
  public boolean told(String companyId, UUID endpointId, UUID effectId) {
    return jdbc.sql(
            """
            select exists (select 1 from told_event
             where company_id = :company and endpoint_id = :endpoint and effect_id = :effect)
            """)
        .param("company", companyId)
        .param("endpoint", endpointId)
        .param("effect", effectId)
        .query(Boolean.class)
        .single();
  }

  /** Removes attempts that were made before a moment; how many. */
  public int removeBefore(Instant moment) {
    return jdbc.sql("delete from event_attempt where at < :moment")
        .param("moment", Ids.at(moment))
        .update();
  }

  /**
   * Removes what was told of events that ended before a moment, and they themselves; how many.
   *
   * @param most so many at most
   */
  public int removeEnded(Instant moment, int most) {
    return jdbc.sql(
            """
            with gone as (
              delete from effect where (company_id, effect_id) in (
                select company_id, effect_id from effect
                 where kind = 'EVENT' and finished_at < :moment
                 order by finished_at limit :most for update skip locked)
              returning company_id, effect_id, ordering_key),
            log as (
              delete from told_event t using gone g
               where t.company_id = g.company_id and t.effect_id = g.effect_id
                 and t.endpoint_id = cast(substr(g.ordering_key, 7, 36) as uuid))
            select count(*) from gone
            """)
        .param("moment", Ids.at(moment))
        .param("most", most)
        .query(Integer.class)
        .single();
  }

  /** Whether so many events wait for a program. */
  public boolean waiting(EventEndpoint endpoint, int many) {
    return jdbc.sql(
                "select count(*) from (select 1 from effect e" + WAITING + " limit :many) waiting")
            .param("company", endpoint.companyId())
            .param("endpoint", endpoint.id())
            .param("many", many)
            .query(Integer.class)
            .single()
        >= many;
  }

  /**
   * Lets what waits for a program be tried now.
   *
   * @param longer where it would wait for longer than this
   */
  public void waitNoLonger(String companyId, UUID endpointId, Duration longer) {
    jdbc.sql(
            "update effect e set not_before = now()"
                + WAITING
                + " and e.state = 'PENDING' and e.not_before > now() + make_interval(secs =>"
                + " :longer)")
        .param("company", companyId)
        .param("endpoint", endpointId)
        .param("longer", longer.toSeconds())
        .update();
  }

  private static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getObject("effect_id", UUID.class),
        EventKind.of(row.getString("kind")).orElseThrow(),
        EffectState.valueOf(row.getString("state")),
        row.getInt("attempts"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        row.getObject("not_before", OffsetDateTime.class).toInstant(),
        row.getObject("status", Integer.class),
        row.getString("reason"));
  }
}
