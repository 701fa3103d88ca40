package org.dunlin.store.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each flow of each connection is doing. */
public final class Flows {
  /** Stands for the stages that serve all connections of a company. */
  public static final String ALL = "*";

  private static final int LONGEST_FAILURE = 2000;
  private final JdbcClient jdbc;

  /** The flows of this database. */
  public Flows(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Something moved as it should. */
  public void succeeded(String companyId, String connectionId, String flow) {
    note(companyId, connectionId, flow, null);
  }

  /** Something did not move; the sentence is shown to people. */
  public void failed(String companyId, String connectionId, String flow, String sentence) {
    note(
        companyId,
        connectionId,
        flow,
        sentence.substring(0, Math.min(sentence.length(), LONGEST_FAILURE)));
  }

  /** All flows of a company. */
  public List<FlowState> of(String companyId) {
    return jdbc.sql("select * from flow where company_id = :company order by connection_id, flow")
        .param("company", companyId)
        .query((row, number) -> state(row))
        .list();
  }

  private void note(String companyId, String connectionId, String flow, @Nullable String failure) {
    String outcome = failure == null ? "success" : "failure";
    jdbc.sql(
            """
            insert into flow as f (company_id, connection_id, flow, last_%1$s_at, last_failure, %1$s%2$s)
            values (:company, :connection, :flow, now(), :failure, 1)
            on conflict (company_id, connection_id, flow) do update
               set last_%1$s_at = now(), %1$s%2$s = f.%1$s%2$s + 1,
                   last_failure = coalesce(excluded.last_failure, f.last_failure)
            """
                .formatted(outcome, failure == null ? "es" : "s"))
        .param("company", companyId)
        .param("connection", connectionId)
        .param("flow", flow)
        .param("failure", failure)
        .update();
  }

  private static FlowState state(ResultSet row) throws SQLException {
    return new FlowState(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getString("flow"),
        instant(row, "last_success_at"),
        instant(row, "last_failure_at"),
        row.getString("last_failure"),
        row.getLong("successes"),
        row.getLong("failures"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
