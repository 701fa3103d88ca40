package org.dunlin.store.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.RefusedEffects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people have the hub do again for many at once. */
public final class Replays {
  private static final String DELIVERY = "DELIVERY";
  private static final String EFFECT = "EFFECT";

  private final JdbcClient jdbc;

  /** The replays of this database. */
  public Replays(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Begins one. */
  public void add(String companyId, UUID id, ReplayChoice choice, int total, String by) {
    Deliveries.@Nullable Wanted deliveries =
        choice instanceof ReplayChoice.OfDeliveries of ? of.all() : null;
    EffectKind kind = choice instanceof ReplayChoice.OfEffects of ? of.kind() : null;
    jdbc.sql(
            """
            insert into replay (company_id, replay_id, subject, chosen, trouble, reason_code, stream,
                                kind, connection_id, begun_by, begun_at, total)
            values (:company, :id, :subject, cast(:chosen as uuid[]), :trouble, :reason, :stream, :kind,
                    :connection, :by, now(), :total)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("subject", deliveries == null ? EFFECT : DELIVERY)
        .param("chosen", choice.chosen().stream().map(UUID::toString).toArray(String[]::new))
        .param("trouble", deliveries == null ? null : deliveries.choice().name(), Types.VARCHAR)
        .param("reason", deliveries == null ? null : deliveries.reasonCode(), Types.VARCHAR)
        .param("stream", deliveries == null ? null : deliveries.stream(), Types.VARCHAR)
        .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
        .param("connection", choice.connectionId(), Types.VARCHAR)
        .param("by", by)
        .param("total", total)
        .update();
  }

  /**
   * Takes up the one of those not at their end that has gone least far, so that none waits for a
   * long one; nobody else takes it up before the transaction ends.
   *
   * @param deliveriesToo also one of deliveries
   */
  public Optional<Replay> takeUp(boolean deliveriesToo) {
    return jdbc.sql(
            "select * from replay where ended_at is null and (:deliveries or subject = 'EFFECT')"
                + " order by done + left_out, replay_id limit 1 for update skip locked")
        .param("deliveries", deliveriesToo)
        .query((row, number) -> replay(row))
        .optional();
  }

  /** A step was taken. */
  public void went(Replay replay, UUID behind, int done, int leftOut) {
    jdbc.sql(
            """
            update replay set behind = :behind, done = done + :done, left_out = left_out + :left_out
             where company_id = :company and replay_id = :id
            """)
        .param("behind", behind)
        .param("done", done)
        .param("left_out", leftOut)
        .param("company", replay.companyId())
        .param("id", replay.id())
        .update();
  }

  /**
   * It is at its end; false where it was before.
   *
   * @param stoppedBy who stopped it; absent where nothing is left
   */
  public boolean end(String companyId, UUID id, @Nullable String stoppedBy) {
    return jdbc.sql(
                """
                update replay set ended_at = now(), stopped_by = :by
                 where company_id = :company and replay_id = :id and ended_at is null
                """)
            .param("by", stoppedBy, Types.VARCHAR)
            .param("company", companyId)
            .param("id", id)
            .update()
        == 1;
  }

  /** One of the company. */
  public Optional<Replay> find(String companyId, UUID id) {
    return jdbc.sql("select * from replay where company_id = :company and replay_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query((row, number) -> replay(row))
        .optional();
  }

  /** A page of those of a company, the newest first. */
  public Page<Replay> page(String companyId, @Nullable Cursor after, int most) {
    List<Replay> rows =
        jdbc.sql(
                """
                select * from replay
                 where company_id = :company
                   and (cast(:after as uuid) is null or replay_id < cast(:after as uuid))
                 order by replay_id desc limit :most
                """)
            .param("company", companyId)
            .param("after", after == null ? null : after.id(0), Types.OTHER)
            .param("most", most + 1)
            .query((row, number) -> replay(row))
            .list();
    return Page.of(rows, most, each -> Cursor.at(each.id()));
  }

  private static Replay replay(ResultSet row) throws SQLException {
    return new Replay(
        row.getString("company_id"),
        row.getObject("replay_id", UUID.class),
        choice(row),
        row.getString("begun_by"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
        row.getInt("total"),
        row.getInt("done"),
        row.getInt("left_out"),
        row.getObject("behind", UUID.class),
        endedAt(row),
        row.getString("stopped_by"));
  }

  private static ReplayChoice choice(ResultSet row) throws SQLException {
    List<UUID> chosen = List.of((UUID[]) row.getArray("chosen").getArray());
    String connection = row.getString("connection_id");
    if (row.getString("subject").equals(EFFECT)) {
      String kind = row.getString("kind");
      return new ReplayChoice.OfEffects(
          chosen,
          new RefusedEffects.Wanted(connection, kind == null ? null : EffectKind.valueOf(kind)));
    }
    return new ReplayChoice.OfDeliveries(
        chosen,
        new Deliveries.Wanted(
            Deliveries.Choice.valueOf(row.getString("trouble")),
            connection,
            row.getString("reason_code"),
            row.getString("stream")));
  }

  private static @Nullable Instant endedAt(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
