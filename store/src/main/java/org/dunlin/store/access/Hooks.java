package org.dunlin.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The addresses at which programs push to a connection, by the digests of their secret parts. */
public final class Hooks {
  private final JdbcClient jdbc;

  /** The hooks of this database. */
  public Hooks(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * The hook of a connection, of which there is one at most.
   *
   * @param lastUsedAt within a minute
   */
  public record Hook(
      String companyId,
      String connectionId,
      Instant createdAt,
      String createdBy,
      @Nullable Instant lastUsedAt) {}

  /** Makes the hook of a connection; one that it had before is worth nothing from now on. */
  public void put(String companyId, String connectionId, byte[] sha256, String by) {
    jdbc.sql(
            """
            insert into hook (company_id, connection_id, sha256, created_at, created_by)
            values (:company, :connection, :sha256, now(), :by)
            on conflict (company_id, connection_id) do update
               set sha256 = excluded.sha256, created_at = excluded.created_at,
                   created_by = excluded.created_by, last_used_at = null
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sha256", sha256)
        .param("by", by)
        .update();
  }

  /** Removes the hook of a connection; false when it has none. */
  public boolean remove(String companyId, String connectionId) {
    return jdbc.sql("delete from hook where company_id = :company and connection_id = :connection")
            .param("company", companyId)
            .param("connection", connectionId)
            .update()
        == 1;
  }

  /** All hooks. */
  public List<Hook> all() {
    return jdbc.sql("select * from hook order by company_id, connection_id")
        .query(Hooks::hook)
        .list();
  }

  /** The digest of the secret part of a connection's hook. */
  public Optional<byte[]> digest(String companyId, String connectionId) {
    return jdbc.sql(
            "select sha256 from hook where company_id = :company and connection_id = :connection")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(byte[].class)
        .optional();
  }

  /** Notes that a hook was used, unless that was noted within the last minute. */
  public void used(String companyId, String connectionId) {
    jdbc.sql(
            """
            update hook set last_used_at = now()
             where company_id = :company and connection_id = :connection
               and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  private static Hook hook(ResultSet row, int number) throws SQLException {
    OffsetDateTime used = row.getObject("last_used_at", OffsetDateTime.class);
    return new Hook(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        used == null ? null : used.toInstant());
  }
}
