package org.dunlin.store.program;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.dunlin.store.secret.ConnectionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What connections keep secret, by name: settings, and what the hub agreed on with a program. */
public final class ConnectionSecrets {
  private static final String FIELD = "secret ";

  private final JdbcClient jdbc;
  private final ConnectionKeys keys;

  /** The secrets of this database, and the keys that open them. */
  public ConnectionSecrets(DataSource pool, ConnectionKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /** Keeps a secret, in the place of the one that was there. */
  public void put(String companyId, String connectionId, String name, String secret) {
    jdbc.sql(
            """
            insert into connection_secret (company_id, connection_id, name, sealed, set_at)
            values (:company, :connection, :name, :sealed, now())
            on conflict (company_id, connection_id, name) do update
               set sealed = excluded.sealed, set_at = excluded.set_at
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("name", name)
        .param("sealed", keys.seal(companyId, connectionId, field(name), secret))
        .update();
  }

  /** Forgets a secret. */
  public void remove(String companyId, String connectionId, String name) {
    jdbc.sql(
            "delete from connection_secret where company_id = :company"
                + " and connection_id = :connection and name = :name")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("name", name)
        .update();
  }

  /** All secrets of a connection by their names. */
  public Map<String, String> of(String companyId, String connectionId) {
    Map<String, byte[]> sealed = new TreeMap<>();
    jdbc.sql(
            "select name, sealed from connection_secret where company_id = :company"
                + " and connection_id = :connection")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(
            row -> {
              sealed.put(field(row.getString("name")), row.getBytes("sealed"));
            });
    // Only now, since the key is asked for: whoever held one connection of the pool and waited for
    // another would wait for ever once all do.
    Map<String, String> secrets = new TreeMap<>();
    keys.openTexts(companyId, connectionId, sealed)
        .forEach((field, secret) -> secrets.put(field.substring(FIELD.length()), secret));
    return secrets;
  }

  /** One secret. */
  public Optional<String> find(String companyId, String connectionId, String name) {
    return Optional.ofNullable(of(companyId, connectionId).get(name));
  }

  private static String field(String name) {
    return FIELD + name;
  }
}
