package org.dunlin.store.view;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.company.Flows;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits in each flow of each connection. */
public final class WaitingWork {
  private final JdbcClient jdbc;

  WaitingWork(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * What waits in one flow.
   *
   * @param connectionId {@link Flows#ALL} for the stages that serve all connections
   * @param since since when the oldest waits: the flow's lag
   */
  public record Line(String connectionId, String flow, int waiting, Instant since) {}

  /** What waits in a company; a flow in which nothing waits has no line. */
  public List<Line> of(String companyId) {
    List<Line> lines = new ArrayList<>(betweenConnections(companyId));
    lines.addAll(overTheWhole(companyId));
    return lines;
  }

  private List<Line> betweenConnections(String companyId) {
    return jdbc.sql(
            """
            select connection_id, 'translate' as flow, count(*) as waiting, min(received_at) as since
              from delivery where company_id = :company and state in ('NEW', 'CLAIMED')
             group by connection_id
            union all
            select connection_id, 'deliver', count(*), min(decided_at)
              from effect where company_id = :company and state in ('PENDING', 'CLAIMED', 'SENDING')
             group by connection_id
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Line(
                    row.getString("connection_id"),
                    row.getString("flow"),
                    row.getInt("waiting"),
                    row.getObject("since", OffsetDateTime.class).toInstant()))
        .list();
  }

  private List<Line> overTheWhole(String companyId) {
    return jdbc.sql(
            """
            select lower(stage) as flow, count(*) as waiting,
                   (array_agg(due_id order by due_id))[1] as oldest
              from work_due where company_id = :company group by stage
            """)
        .param("company", companyId)
        .query(
            (row, number) ->
                new Line(
                    Flows.ALL,
                    row.getString("flow"),
                    row.getInt("waiting"),
                    madeAt(row.getObject("oldest", UUID.class))))
        .list();
  }

  /** The first 48 bits of a UUIDv7 are milliseconds since 1970 (RFC 9562, section 5.7). */
  private static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
