package org.dunlin.store.company;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How each flow of each connection is doing. */
public final class Flows {
  /** Stands for the stages that serve all connections of a company. */
  public static final String ALL = "*";

  private static final int LONGEST_FAILURE = 2000;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final JdbcClient jdbc;
  private final Map<Flow, Success> successes = new ConcurrentHashMap<>();

  private record Flow(String companyId, String connectionId, String name) {}

  private record Success(long writtenNanos, long movedNanos) {}

  /** The flows of this database. */
  public Flows(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * Something moved as it should. All that goes through a flow meets at its one row, so it is
   * written once a second; what came after that is written by {@link #catchUp}, and what follows on
   * a failure at once.
   */
  public void succeeded(String companyId, String connectionId, String flow) {
    Flow moved = new Flow(companyId, connectionId, flow);
    long now = System.nanoTime();
    Success before = successes.get(moved);
    if (before == null || now - before.writtenNanos() > AGAIN.toNanos()) {
      success(moved, Duration.ZERO);
      successes.put(moved, new Success(now, now));
    } else {
      successes.put(moved, new Success(before.writtenNanos(), now));
    }
  }

  /** Writes when each flow last moved, where that was after it was last written. */
  public void catchUp() {
    successes.forEach(
        (flow, last) -> {
          long now = System.nanoTime();
          if (last.movedNanos() != last.writtenNanos()) {
            success(flow, Duration.ofNanos(now - last.movedNanos()));
            successes.replace(flow, last, new Success(last.movedNanos(), last.movedNanos()));
          }
        });
  }

  /** Something did not move; the sentence is shown to people. */
  public void failed(String companyId, String connectionId, String flow, String sentence) {
    Flow stuck = new Flow(companyId, connectionId, flow);
    failure(stuck, sentence.substring(0, Math.min(sentence.length(), LONGEST_FAILURE)));
    successes.remove(stuck);
  }

  /** All flows of a company. */
  public List<FlowState> of(String companyId) {
    return jdbc.sql("select * from flow where company_id = :company order by connection_id, flow")
        .param("company", companyId)
        .query((row, number) -> state(row))
        .list();
  }

  private void success(Flow flow, Duration ago) {
    jdbc.sql(
            """
            insert into flow as f (company_id, connection_id, flow, last_success_at)
            values (:company, :connection, :flow, now() - make_interval(secs => :ago))
            on conflict (company_id, connection_id, flow) do update
               set last_success_at = greatest(f.last_success_at, excluded.last_success_at)
            """)
        .params(key(flow))
        .param("ago", ago.toNanos() / 1e9)
        .update();
  }

  private void failure(Flow flow, String sentence) {
    jdbc.sql(
            """
            insert into flow as f (company_id, connection_id, flow, last_failure_at, last_failure, failures)
            values (:company, :connection, :flow, now(), :failure, 1)
            on conflict (company_id, connection_id, flow) do update
               set last_failure_at = now(), last_failure = excluded.last_failure, failures = f.failures + 1
            """)
        .params(key(flow))
        .param("failure", sentence)
        .update();
  }

  private static Map<String, String> key(Flow flow) {
    return Map.of(
        "company", flow.companyId(), "connection", flow.connectionId(), "flow", flow.name());
  }

  private static FlowState state(ResultSet row) throws SQLException {
    return new FlowState(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getString("flow"),
        instant(row, "last_success_at"),
        instant(row, "last_failure_at"),
        row.getString("last_failure"),
        row.getLong("failures"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
