package org.dunlin.store.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What companies said of the columns of their files. */
public final class FileMappings {
  private static final int MOST_SHOWN = 100;

  private final JdbcClient jdbc;

  /** Those of this database. */
  public FileMappings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Keeps one in place of what was said of the same first row before. */
  public void keep(String companyId, FileMapping said) {
    jdbc.sql(
            """
            insert into file_mapping (company_id, header_sha256, kind, columns, answers, description,
                                      changed_by)
            values (:company, :header, :kind, :columns, cast(:answers as jsonb), :description, :by)
            on conflict (company_id, header_sha256) do update
               set kind = excluded.kind, columns = excluded.columns,
                   answers = excluded.answers, description = excluded.description, changed_at = now(),
                   changed_by = excluded.changed_by
            """)
        .param("company", companyId)
        .param("header", said.header())
        .param("kind", said.kind())
        .param("columns", said.columns())
        .param("answers", said.answers())
        .param("description", said.description())
        .param("by", said.changedBy())
        .update();
  }

  /** That of any of these first rows; empty where nobody said anything of them. */
  public Optional<FileMapping> find(String companyId, Collection<byte[]> headers) {
    return headers.isEmpty()
        ? Optional.empty()
        : jdbc.sql(
                "select * from file_mapping where company_id = :company"
                    + " and header_sha256 = any(:headers) order by header_sha256 limit 1")
            .param("company", companyId)
            .param("headers", headers.toArray(byte[][]::new))
            .query((row, number) -> mapping(row))
            .optional();
  }

  /** The company's, the latest first. */
  public List<FileMapping> of(String companyId) {
    return jdbc.sql(
            "select * from file_mapping where company_id = :company"
                + " order by changed_at desc limit :most")
        .param("company", companyId)
        .param("most", MOST_SHOWN)
        .query((row, number) -> mapping(row))
        .list();
  }

  /** Forgets one; false where there was none. */
  public boolean forget(String companyId, byte[] header) {
    return jdbc.sql(
                "delete from file_mapping where company_id = :company and header_sha256 = :header")
            .param("company", companyId)
            .param("header", header)
            .update()
        == 1;
  }

  private static FileMapping mapping(ResultSet row) throws SQLException {
    return new FileMapping(
        row.getBytes("header_sha256"),
        row.getString("kind"),
        row.getString("columns"),
        row.getString("answers"),
        row.getString("description"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant(),
        row.getString("changed_by"));
  }
}
