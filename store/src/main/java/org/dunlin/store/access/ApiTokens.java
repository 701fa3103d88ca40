package org.dunlin.store.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tokens of the hub. */
public final class ApiTokens {
  private final JdbcClient jdbc;

  /** The tokens of this database. */
  public ApiTokens(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Adds a token by the digest of its secret; false when one of this name is not revoked. */
  public boolean add(ApiToken token, byte[] sha256) {
    return jdbc.sql(
                """
                insert into api_token (token_id, sha256, name, scopes, company_id, created_at, created_by,
                                       expires_at)
                values (:id, :sha256, :name, :scopes, :company, :at, :by, :expires)
                on conflict (name) where revoked_at is null do nothing
                """)
            .param("id", token.id())
            .param("sha256", sha256)
            .param("name", token.name())
            .param(
                "scopes", token.scopes().stream().map(Scope::word).sorted().toArray(String[]::new))
            .param("company", token.companyId())
            .param("at", Ids.at(token.createdAt()))
            .param("by", token.createdBy())
            .param("expires", at(token.expiresAt()), Types.TIMESTAMP_WITH_TIMEZONE)
            .update()
        == 1;
  }

  /** All tokens, also those that are worth nothing any more; the newest first. */
  public List<ApiToken> all() {
    return jdbc.sql("select * from api_token order by token_id desc")
        .query((row, number) -> token(row))
        .list();
  }

  /** The token whose secret has this digest, whatever it is worth. */
  public Optional<ApiToken> find(byte[] sha256) {
    return jdbc.sql("select * from api_token where sha256 = :sha256")
        .param("sha256", sha256)
        .query((row, number) -> token(row))
        .optional();
  }

  /** Notes that a token was used, unless that was noted within the last minute. */
  public void used(UUID tokenId) {
    jdbc.sql(
            """
            update api_token set last_used_at = now()
             where token_id = :id and (last_used_at is null or last_used_at < now() - interval '1 minute')
            """)
        .param("id", tokenId)
        .update();
  }

  /** Makes a token worthless for ever; false when there is none, or it was revoked before. */
  public boolean revoke(UUID tokenId, String by) {
    return jdbc.sql(
                """
                update api_token set revoked_at = now(), revoked_by = :by
                 where token_id = :id and revoked_at is null
                """)
            .param("by", by)
            .param("id", tokenId)
            .update()
        == 1;
  }

  private static ApiToken token(ResultSet row) throws SQLException {
    return new ApiToken(
        row.getObject("token_id", UUID.class),
        row.getString("name"),
        scopes((String[]) row.getArray("scopes").getArray()),
        row.getString("company_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getString("created_by"),
        instant(row, "expires_at"),
        instant(row, "last_used_at"),
        instant(row, "revoked_at"),
        row.getString("revoked_by"));
  }

  private static Set<Scope> scopes(String[] words) {
    return Stream.of(words).flatMap(word -> Scope.of(word).stream()).collect(Collectors.toSet());
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : Ids.at(instant);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
