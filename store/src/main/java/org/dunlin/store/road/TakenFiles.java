package org.dunlin.store.road;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * What roads have taken and what may still lie there. A mark is a digest of where it lies, its size
 * and its time, so that no name is kept here.
 */
public final class TakenFiles {
  private final JdbcClient jdbc;

  /** Those of this database. */
  public TakenFiles(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Notes that what has this mark was taken, unless the connection is gone. */
  public void add(String companyId, String connectionId, byte[] mark) {
    of(
            "insert into road_file (company_id, connection_id, mark)"
                + " select company_id, connection_id, :mark from connection"
                + " where company_id = :company and connection_id = :connection"
                + " on conflict do nothing",
            companyId,
            connectionId,
            mark)
        .update();
  }

  /** Whether what has this mark was taken. */
  public boolean has(String companyId, String connectionId, byte[] mark) {
    return of(
            "select exists (select 1 from road_file where company_id = :company"
                + " and connection_id = :connection and mark = :mark)",
            companyId,
            connectionId,
            mark)
        .query(Boolean.class)
        .single();
  }

  private StatementSpec of(String sql, String companyId, String connectionId, byte[] mark) {
    return jdbc.sql(sql)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("mark", mark);
  }
}
