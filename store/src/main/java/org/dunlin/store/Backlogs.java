package org.dunlin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits between the stages. */
public final class Backlogs {
  private final JdbcClient jdbc;

  /** The backlogs of this database. */
  public Backlogs(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What waits in a company now. */
  public Backlog of(String companyId) {
    return jdbc.sql(
            """
            select d.waiting as deliveries, d.oldest as oldest_delivery,
                   e.waiting as effects, e.oldest as oldest_effect,
                   (select count(*) from work_due where company_id = :company and stage = 'MATCH') as match_due,
                   (select count(*) from work_due where company_id = :company and stage = 'DUN') as dun_due
              from (select count(*) as waiting, min(received_at) as oldest from delivery
                     where company_id = :company and state in ('NEW', 'CLAIMED')) d,
                   (select count(*) as waiting, min(decided_at) as oldest from effect
                     where company_id = :company and state in ('PENDING', 'CLAIMED', 'SENDING')) e
            """)
        .param("company", companyId)
        .query((row, number) -> backlog(row))
        .single();
  }

  /** Whether anything waits in a company now, which is less to find out than how much. */
  public boolean anything(String companyId) {
    return jdbc.sql(
            """
            select exists (select from work_due where company_id = :company and stage in ('MATCH', 'DUN'))
                or exists (select from delivery where company_id = :company and state in ('NEW', 'CLAIMED'))
                or exists (select from effect
                            where company_id = :company and state in ('PENDING', 'CLAIMED', 'SENDING'))
            """)
        .param("company", companyId)
        .query(Boolean.class)
        .single();
  }

  /** Whether so many deliveries of all companies wait to be read that others should wait. */
  public boolean waitsToBeRead(int deliveries) {
    return jdbc.sql(
                "select count(*) from (select from delivery where state in ('NEW', 'CLAIMED')"
                    + " limit :most) waiting")
            .param("most", deliveries)
            .query(Integer.class)
            .single()
        >= deliveries;
  }

  /** When a company's newest delivery came in. */
  public Optional<Instant> newestDelivery(String companyId) {
    return jdbc.sql(
            "select received_at from delivery where company_id = :company"
                + " order by delivery_id desc limit 1")
        .param("company", companyId)
        .query(OffsetDateTime.class)
        .optional()
        .map(OffsetDateTime::toInstant);
  }

  private static Backlog backlog(ResultSet row) throws SQLException {
    return new Backlog(
        row.getInt("deliveries"),
        instant(row, "oldest_delivery"),
        row.getInt("match_due"),
        row.getInt("dun_due"),
        row.getInt("effects"),
        instant(row, "oldest_effect"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
