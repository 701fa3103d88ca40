package org.dunlin.store.ledger;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents that complete readings of their source do not bring any more. */
public final class Missing {
  /** So many complete readings in a row must not bring a document before it counts as gone. */
  public static final int TIMES_UNTIL_GONE = 2;

  private final JdbcClient jdbc;

  /** What is missing, in this database. */
  public Missing(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Counts one more reading that did not bring a document; how many did not in a row. */
  public int count(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            """
            insert into missing_at_source as m values (:company, :connection, :source, 1)
            on conflict (company_id, connection_id, source_id) do update set times = m.times + 1
            returning times
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .query(Integer.class)
        .single();
  }

  /** Notes that documents are there again; those of them that were missing. */
  public List<String> found(String companyId, String connectionId, List<String> sourceIds) {
    return jdbc.sql(
            """
            delete from missing_at_source
             where company_id = :company and connection_id = :connection and source_id = any(:sources)
            returning source_id
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("sources", sourceIds.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  /** Whether anything of the connection is missing. */
  public boolean any(String companyId, String connectionId) {
    return jdbc.sql(
            "select exists (select from missing_at_source"
                + " where company_id = :company and connection_id = :connection)")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }

  /** Whether the document of a source counts as gone. */
  public boolean gone(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            "select exists (select from missing_at_source where company_id = :company"
                + " and connection_id = :connection and source_id = :source and times >= :times)")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .param("times", TIMES_UNTIL_GONE)
        .query(Boolean.class)
        .single();
  }

  /** The invoices that are missing at the source whose figures count. */
  public Set<UUID> invoices(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select i.invoice_id from missing_at_source m
                  join invoice i on i.company_id = m.company_id and i.connection_id = m.connection_id
                       and i.source_id = m.source_id
                 where m.company_id = :company
                """)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }
}
