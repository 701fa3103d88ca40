package org.dunlin.store.company;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.ThisTransaction;
import org.dunlin.store.lease.Leases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The configured connections, and which process serves each. */
public final class Connections {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;
  private final Leases leases;

  /** The connections of this database, held for the process that the leases name. */
  public Connections(DataSource pool, Leases leases) {
    jdbc = JdbcClient.create(pool);
    this.leases = leases;
  }

  /** Adds the connection or replaces its settings; whether it is paused stays. */
  public void put(Connection connection) {
    changed(connection.companyId(), connection.id());
    jdbc.sql(
            """
            insert into connection (company_id, connection_id, program, settings, paused)
            values (:company, :id, :program, cast(:settings as jsonb), :paused)
            on conflict (company_id, connection_id) do update
               set program = excluded.program, settings = excluded.settings
            """)
        .param("company", connection.companyId())
        .param("id", connection.id())
        .param("program", connection.program())
        .param("settings", json(connection.settings()))
        .param("paused", connection.paused())
        .update();
  }

  /** Forgets the connection; what came by it stays. */
  public void remove(String companyId, String connectionId) {
    changed(companyId, connectionId);
    jdbc.sql("delete from connection where company_id = :company and connection_id = :id")
        .param("company", companyId)
        .param("id", connectionId)
        .update();
  }

  /** The connections of a company, as this transaction saw them first. */
  public List<Connection> of(String companyId) {
    return ThisTransaction.once(key(companyId, "*"), () -> read(companyId));
  }

  private List<Connection> read(String companyId) {
    return jdbc.sql("select * from connection where company_id = :company order by connection_id")
        .param("company", companyId)
        .query((row, number) -> connection(row))
        .list();
  }

  /** All connections of all companies. */
  public List<Connection> all() {
    return jdbc.sql("select * from connection order by company_id, connection_id")
        .query((row, number) -> connection(row))
        .list();
  }

  /** One connection, as this transaction saw it first. */
  public Optional<Connection> find(String companyId, String connectionId) {
    return ThisTransaction.once(key(companyId, connectionId), () -> read(companyId, connectionId));
  }

  private void changed(String companyId, String connectionId) {
    ThisTransaction.forget(key(companyId, connectionId));
    ThisTransaction.forget(key(companyId, "*"));
  }

  private List<Object> key(String companyId, String connectionId) {
    return List.of(this, companyId, connectionId);
  }

  private Optional<Connection> read(String companyId, String connectionId) {
    return jdbc.sql("select * from connection where company_id = :company and connection_id = :id")
        .param("company", companyId)
        .param("id", connectionId)
        .query((row, number) -> connection(row))
        .optional();
  }

  /** Pauses or resumes; whoever serves the connection sees it at its next look. */
  public void setPaused(String companyId, String connectionId, boolean paused) {
    changed(companyId, connectionId);
    jdbc.sql(
            "update connection set paused = :paused where company_id = :company and connection_id = :id")
        .param("paused", paused)
        .param("company", companyId)
        .param("id", connectionId)
        .update();
  }

  /** Takes or keeps the connection for this process; false when another process serves it. */
  public boolean hold(Connection connection) {
    return jdbc.sql(
                """
                update connection
                   set lease_owner = :owner, lease_until = now() + make_interval(secs => :seconds),
                       lease_version = lease_version + case when lease_owner = :owner then 0 else 1 end
                 where company_id = :company and connection_id = :id
                   and (lease_owner = :owner or lease_until is null or lease_until <= now())
                """)
            .param("owner", leases.owner())
            .param("seconds", leases.seconds())
            .param("company", connection.companyId())
            .param("id", connection.id())
            .update()
        == 1;
  }

  private static Connection connection(ResultSet row) throws SQLException {
    return new Connection(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getString("program"),
        settings(row.getString("settings")),
        row.getBoolean("paused"));
  }

  private static String json(Map<String, String> settings) {
    try {
      return JSON.writeValueAsString(settings);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("settings that are no text", e);
    }
  }

  private static Map<String, String> settings(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the settings of a connection are not an object", e);
    }
  }
}
