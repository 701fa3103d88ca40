package org.dunlin.store.program;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dunlin.store.lease.Lease;
import org.dunlin.store.lease.Leases;
import org.dunlin.store.secret.ConnectionKeys;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tokens of connections. One process at a time may ask for the next one, and what it gets it
 * stores only where nobody stored another meanwhile.
 */
public final class Tokens {
  private static final String FIELD = "token";
  private static final String ONE = " where company_id = :company and connection_id = :connection";
  private static final String UNTIL =
      "now() + make_interval(secs => cast(:seconds as double precision))";

  private final JdbcClient jdbc;
  private final Leases leases;
  private final ConnectionKeys keys;

  /** The tokens of this database, claimed for the process that the leases name. */
  public Tokens(DataSource pool, Leases leases, ConnectionKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.leases = leases;
    this.keys = keys;
  }

  /** The token of a connection; empty before the first sign-in. */
  public Optional<Token> find(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select *, extract(epoch from now() - issued_at) as age,
                   extract(epoch from renew_at - now()) as renew_in
              from connection_token
            """
                + ONE)
        .param("company", companyId)
        .param("connection", connectionId)
        .query((row, number) -> sealed(row))
        .optional()
        .map(this::token); // only now, since the key needs a connection of the pool, too
  }

  private record Sealed(
      String companyId,
      String connectionId,
      byte[] values,
      long version,
      Duration age,
      @Nullable Duration renewIn) {}

  /**
   * Stores what a person's permission or a new sign-in gave, whatever was there.
   *
   * @param renewAfter when it is to be renewed; absent: once the program refuses it
   */
  public void put(
      String companyId,
      String connectionId,
      Map<String, String> values,
      @Nullable Duration renewAfter) {
    jdbc.sql(
            """
            insert into connection_token as t (company_id, connection_id, sealed, issued_at, renew_at)
            values (:company, :connection, :sealed, now(), %1$s)
            on conflict (company_id, connection_id) do update
               set sealed = excluded.sealed, version = t.version + 1, issued_at = now(),
                   renew_at = excluded.renew_at, lease_until = null
            """
                .formatted(UNTIL))
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sealed", seal(companyId, connectionId, values))
        .param("seconds", renewAfter == null ? null : Instants.seconds(renewAfter), Types.DOUBLE)
        .update();
  }

  /** Makes an empty token, to be renewed at once, where there is none. */
  public void prepare(String companyId, String connectionId) {
    jdbc.sql(
            """
            insert into connection_token (company_id, connection_id, sealed, issued_at, renew_at)
            values (:company, :connection, :sealed, now(), now()) on conflict do nothing
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sealed", seal(companyId, connectionId, Map.of()))
        .update();
  }

  /**
   * Forgets the token of a connection. What stays is an empty one with the next version, so that a
   * renewal that is under way finds another in its place.
   */
  public void remove(String companyId, String connectionId) {
    jdbc.sql(
            "update connection_token set sealed = :sealed, version = version + 1,"
                + " issued_at = now(), renew_at = now(), lease_until = null"
                + ONE)
        .param("sealed", seal(companyId, connectionId, Map.of()))
        .param("company", companyId)
        .param("connection", connectionId)
        .update();
  }

  /** Claims the renewal of just this token; empty when another renews it, or has. */
  public Optional<Lease> claim(Token token) {
    return jdbc.sql(
            "update connection_token set lease_owner = :owner, lease_version = lease_version + 1,"
                + " lease_until = now() + make_interval(secs => :seconds)"
                + ONE
                + " and version = :version and (lease_until is null or lease_until <= now())"
                + " returning lease_version")
        .param("owner", leases.owner())
        .param("seconds", leases.seconds())
        .param("company", token.companyId())
        .param("connection", token.connectionId())
        .param("version", token.version())
        .query(Long.class)
        .optional()
        .map(version -> new Lease(leases.owner(), version));
  }

  /** Stores the next token in the place of this one; false when another has been stored. */
  public boolean replace(Token token, Map<String, String> values, @Nullable Duration renewAfter) {
    return jdbc.sql(
                "update connection_token set sealed = :sealed, version = version + 1,"
                    + " issued_at = now(), renew_at = "
                    + UNTIL
                    + ", lease_until = null"
                    + ONE
                    + " and version = :version")
            .param("sealed", seal(token.companyId(), token.connectionId(), values))
            .param(
                "seconds", renewAfter == null ? null : Instants.seconds(renewAfter), Types.DOUBLE)
            .param("company", token.companyId())
            .param("connection", token.connectionId())
            .param("version", token.version())
            .update()
        == 1;
  }

  /** Gives the renewal back that came to nothing, so that it may be tried again. */
  public void letGo(Token token, Lease lease) {
    jdbc.sql(
            "update connection_token set lease_until = null"
                + ONE
                + " and lease_owner = :owner and lease_version = :lease")
        .param("company", token.companyId())
        .param("connection", token.connectionId())
        .param("owner", lease.owner())
        .param("lease", lease.version())
        .update();
  }

  private byte[] seal(String companyId, String connectionId, Map<String, String> values) {
    List<@Nullable String> texts = new ArrayList<>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              texts.add(name);
              texts.add(value);
            });
    return keys.seal(companyId, connectionId, FIELD, SealedTexts.bytes(texts));
  }

  private static Sealed sealed(ResultSet row) throws SQLException {
    BigDecimal renewIn = row.getBigDecimal("renew_in");
    return new Sealed(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getBytes("sealed"),
        row.getLong("version"),
        span(row.getBigDecimal("age")),
        renewIn == null ? null : span(renewIn));
  }

  private Token token(Sealed row) {
    List<@Nullable String> texts =
        SealedTexts.of(keys.open(row.companyId(), row.connectionId(), FIELD, row.values()));
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i + 1 < texts.size(); i += 2) {
      values.put(String.valueOf(texts.get(i)), String.valueOf(texts.get(i + 1)));
    }
    return new Token(
        row.companyId(), row.connectionId(), values, row.version(), row.age(), row.renewIn());
  }

  private static Duration span(BigDecimal seconds) {
    return Duration.ofMillis(seconds.movePointRight(3).longValue());
  }
}
