package org.dunlin.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.CallerKey;
import org.dunlin.store.secret.KeyRing;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What callers asked under a key of theirs, and what was answered, for all processes. */
public final class KeptAnswers {
  private final JdbcClient jdbc;
  private final KeyRing ring;

  /** The answers of this database. */
  public KeptAnswers(DataSource pool, KeyRing ring) {
    jdbc = JdbcClient.create(pool);
    this.ring = ring;
  }

  /**
   * With what one answer may be sealed: the first seals.
   *
   * @param credentials what the caller signs in with: a token, or name and password
   * @param key by which they know the request again
   */
  public List<CallerKey> keys(String credentials, String caller, String key) {
    return CallerKey.of(ring, credentials, caller, key);
  }

  /**
   * What is known under a key.
   *
   * @param target by what the request's method and address are known
   * @param body by what its content is known; absent while it is carried out
   * @param status what was answered; absent while it is carried out
   * @param sealed the answer; absent where it is not kept
   */
  public record Kept(
      byte[] target,
      byte @Nullable [] body,
      @Nullable Integer status,
      byte @Nullable [] sealed,
      Instant begunAt) {}

  /**
   * Begins what is asked, unless something was asked under this key within this time.
   *
   * @return whether it is this caller's turn
   */
  public boolean begin(String caller, byte[] key, UUID turn, byte[] target, Duration kept) {
    return jdbc.sql(
                """
                insert into hub_answer (caller, key_sha256, turn, target)
                values (:caller, :key, :turn, :target)
                on conflict (caller, key_sha256) do update
                   set turn = excluded.turn, target = excluded.target, body = null, status = null,
                       sealed = null, begun_at = excluded.begun_at
                 where hub_answer.begun_at < now() - make_interval(secs => :kept)
                """)
            .param("caller", caller)
            .param("key", key)
            .param("turn", turn)
            .param("target", target)
            .param("kept", kept.toSeconds())
            .update()
        == 1;
  }

  /** What is known under a key; nothing where it was given back meanwhile. */
  public Optional<Kept> find(String caller, byte[] key) {
    return jdbc.sql("select * from hub_answer where caller = :caller and key_sha256 = :key")
        .param("caller", caller)
        .param("key", key)
        .query((row, number) -> kept(row))
        .optional();
  }

  /** Keeps what was answered. */
  public void end(
      String caller, byte[] key, UUID turn, byte[] body, int status, byte @Nullable [] sealed) {
    jdbc.sql(
            """
            update hub_answer set body = :body, status = :status, sealed = :sealed
             where caller = :caller and key_sha256 = :key and turn = :turn
            """)
        .param("body", body)
        .param("status", status)
        .param("sealed", sealed, Types.BINARY)
        .param("caller", caller)
        .param("key", key)
        .param("turn", turn)
        .update();
  }

  /** Lets the key be used as if nothing had been asked. */
  public void giveBack(String caller, byte[] key, UUID turn) {
    jdbc.sql("delete from hub_answer where caller = :caller and key_sha256 = :key and turn = :turn")
        .param("caller", caller)
        .param("key", key)
        .param("turn", turn)
        .update();
  }

  /** Removes what began before a moment; how much. */
  public int removeBefore(Instant moment) {
    return jdbc.sql("delete from hub_answer where begun_at < :moment")
        .param("moment", Ids.at(moment))
        .update();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getBytes("target"),
        row.getBytes("body"),
        row.getObject("status", Integer.class),
        row.getBytes("sealed"),
        row.getObject("begun_at", OffsetDateTime.class).toInstant());
  }
}
