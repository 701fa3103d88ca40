package org.dunlin.store.wording;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Companies' own wordings, in all their versions. */
public final class Wordings {
  private final JdbcClient jdbc;

  /** Over this database. */
  public Wordings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A version.
   *
   * @param words null: the hub's own words count again
   */
  public record Version(
      String template,
      String language,
      int version,
      @Nullable String words,
      String by,
      Instant at) {}

  /** The newest version of each template and language of which there is any. */
  public List<Version> newest(String companyId) {
    return jdbc.sql(
            """
            select distinct on (template, language) * from message_wording
             where company_id = :company order by template, language, version desc
            """)
        .param("company", companyId)
        .query(Wordings::row)
        .list();
  }

  /** All versions, the newest first. */
  public List<Version> of(String companyId, String template, String language) {
    return jdbc.sql(
            """
            select * from message_wording
             where company_id = :company and template = :template and language = :language
             order by version desc
            """)
        .param("company", companyId)
        .param("template", template)
        .param("language", language)
        .query(Wordings::row)
        .list();
  }

  /** The newest version; empty: the company never wrote one. */
  public Optional<Version> newest(String companyId, String template, String language) {
    return jdbc.sql(
            """
            select * from message_wording
             where company_id = :company and template = :template and language = :language
             order by version desc limit 1
            """)
        .param("company", companyId)
        .param("template", template)
        .param("language", language)
        .query(Wordings::row)
        .optional();
  }

  /** Adds a version; false where somebody added one of this number meanwhile. */
  public boolean add(
      String companyId,
      String template,
      String language,
      int version,
      @Nullable String words,
      String by) {
    return jdbc.sql(
                """
                insert into message_wording (company_id, template, language, version, words, said_by, said_at)
                values (:company, :template, :language, :version, :words, :by, now())
                on conflict do nothing
                """)
            .param("company", companyId)
            .param("template", template)
            .param("language", language)
            .param("version", version)
            .param("words", words)
            .param("by", by)
            .update()
        == 1;
  }

  private static Version row(ResultSet row, int number) throws SQLException {
    return new Version(
        row.getString("template"),
        row.getString("language"),
        row.getInt("version"),
        row.getString("words"),
        row.getString("said_by"),
        row.getObject("said_at", OffsetDateTime.class).toInstant());
  }
}
