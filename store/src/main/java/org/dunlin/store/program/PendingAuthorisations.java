package org.dunlin.store.program;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.secret.ConnectionKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People who were sent to a program to permit the access, and have not come back yet. */
public final class PendingAuthorisations {
  private static final String FIELD = "verifier";

  private final JdbcClient jdbc;
  private final ConnectionKeys keys;

  /** Those of this database; what proves that it was us lies sealed. */
  public PendingAuthorisations(DataSource pool, ConnectionKeys keys) {
    jdbc = JdbcClient.create(pool);
    this.keys = keys;
  }

  /**
   * Somebody who was sent.
   *
   * @param verifier the secret of the exchange (RFC 7636)
   * @param redirect the address to which they come back
   * @param by who they are
   */
  public record Pending(
      String companyId, String connectionId, String verifier, String redirect, String by) {
    @Override
    public String toString() {
      return "Pending[" + companyId + "/" + connectionId + "]"; // never the verifier
    }
  }

  /**
   * Somebody is sent.
   *
   * @param state the digest of what they bring back
   * @param lasts how long they may take
   */
  public void begin(Pending pending, byte[] state, Duration lasts) {
    jdbc.sql("delete from pending_authorisation where ends_at <= now()").update();
    jdbc.sql(
            """
            insert into pending_authorisation
              (company_id, connection_id, state, sealed, redirect, begun_by, ends_at)
            values (:company, :connection, :state, :sealed, :redirect, :by,
                    now() + make_interval(secs => :seconds))
            """)
        .param("company", pending.companyId())
        .param("connection", pending.connectionId())
        .param("state", state)
        .param(
            "sealed",
            keys.seal(pending.companyId(), pending.connectionId(), FIELD, pending.verifier()))
        .param("redirect", pending.redirect())
        .param("by", pending.by())
        .param("seconds", Instants.seconds(lasts))
        .update();
  }

  /** Somebody came back, which is good once; empty when nobody was sent, or too long ago. */
  public Optional<Pending> take(byte[] state) {
    return jdbc.sql(
            "delete from pending_authorisation where state = :state and ends_at > now() returning"
                + " *")
        .param("state", state)
        .query((row, number) -> pending(row))
        .optional();
  }

  /** Whoever was sent with this state and may come back yet. */
  public Optional<Pending> find(byte[] state) {
    return jdbc.sql("select * from pending_authorisation where state = :state and ends_at > now()")
        .param("state", state)
        .query((row, number) -> pending(row))
        .optional();
  }

  private Pending pending(ResultSet row) throws SQLException {
    String companyId = row.getString("company_id");
    String connectionId = row.getString("connection_id");
    return new Pending(
        companyId,
        connectionId,
        keys.openText(companyId, connectionId, FIELD, row.getBytes("sealed")),
        row.getString("redirect"),
        row.getString("begun_by"));
  }
}
