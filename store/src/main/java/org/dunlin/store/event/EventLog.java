package org.dunlin.store.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
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
  private final JdbcClient jdbc;

  EventLog(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Something that a program was told, or is to be.
   *
   * @param status what was answered last, as in HTTP; absent where nothing was
   * @param answer what was answered last, or why nothing was; absent before the first attempt
   */
  public record Line(
      UUID effectId,
      EventKind kind,
      EffectState state,
      int attempts,
      Instant decidedAt,
      Instant notBefore,
      @Nullable Integer status,
      @Nullable String answer) {}

  /**
   * One attempt.
   *
   * @param status what was answered, as in HTTP; absent where nothing was
   * @param answer the beginning of the answer, or why there was none
   * @param tookMillis how long it took, in milliseconds
   */
  public record Attempt(Instant at, @Nullable Integer status, String answer, int tookMillis) {}

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
      String companyId,
      UUID endpointId,
      UUID effectId,
      @Nullable Integer status,
      String answer,
      long tookMillis) {
    jdbc.sql(
            """
            insert into event_attempt (company_id, effect_id, attempt_id, endpoint_id, status, answer, took_millis)
            select :company, :effect, :attempt, :endpoint, :status, :answer, :took
             where exists (select 1 from event_endpoint where company_id = :company and endpoint_id = :endpoint)
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .param("attempt", Ids.next())
        .param("endpoint", endpointId)
        .param("status", status, Types.INTEGER)
        .param("answer", answer)
        .param("took", (int) Math.min(tookMillis, Integer.MAX_VALUE))
        .update();
  }

  /** A page of what a program was told, the newest first. */
  public Page<Line> page(String companyId, UUID endpointId, @Nullable Cursor after, int most) {
    List<Line> lines =
        jdbc.sql(
                """
                select t.effect_id, t.kind, e.state, e.attempts, e.decided_at, e.not_before, a.status, a.answer
                  from told_event t join effect e using (company_id, effect_id)
                  left join lateral (
                    select status, answer from event_attempt x
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
                    row.getString("answer"),
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

  /** Notes that something is so; false where that was known. */
  public boolean nowSo(EventEndpoint endpoint, String subject) {
    return jdbc.sql(
                "insert into event_known values (:company, :endpoint, :subject)"
                    + " on conflict do nothing")
            .param("company", endpoint.companyId())
            .param("endpoint", endpoint.id())
            .param("subject", subject)
            .update()
        == 1;
  }

  /** Notes that something is not so any more; false where that was known. */
  public boolean noMore(EventEndpoint endpoint, String subject) {
    return jdbc.sql(
                "delete from event_known where company_id = :company and endpoint_id = :endpoint"
                    + " and subject = :subject")
            .param("company", endpoint.companyId())
            .param("endpoint", endpoint.id())
            .param("subject", subject)
            .update()
        == 1;
  }

  /** What is known to be so of subjects that begin with a word and a bar. */
  public Set<String> known(EventEndpoint endpoint, String word) {
    return Set.copyOf(
        jdbc.sql(
                "select subject from event_known where company_id = :company"
                    + " and endpoint_id = :endpoint and split_part(subject, '|', 1) = :word")
            .param("company", endpoint.companyId())
            .param("endpoint", endpoint.id())
            .param("word", word)
            .query(String.class)
            .list());
  }

  /** Lets what waits for a program be tried now. */
  public void waitNoLonger(String companyId, UUID endpointId) {
    jdbc.sql(
            """
            update effect e set not_before = now() from told_event t
             where t.company_id = :company and t.endpoint_id = :endpoint
               and e.company_id = t.company_id and e.effect_id = t.effect_id and e.state = 'PENDING'
            """)
        .param("company", companyId)
        .param("endpoint", endpointId)
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
        row.getString("answer"));
  }
}
