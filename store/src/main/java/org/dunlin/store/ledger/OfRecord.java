package org.dunlin.store.ledger;

import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which connection is of record for a company's invoices, so that its figures count. */
public final class OfRecord {
  private final JdbcClient jdbc;

  /** Over this database. */
  public OfRecord(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** The connection, where one was named. */
  public Optional<String> invoices(String companyId) {
    return jdbc.sql(
            "select connection_id from record_of where company_id = :company and subject = 'INVOICES'")
        .param("company", companyId)
        .query(String.class)
        .optional();
  }

  /** Names the connection; who says so. */
  public void setInvoices(String companyId, String connectionId, String by) {
    jdbc.sql(
            """
            insert into record_of values (:company, 'INVOICES', :connection, :by)
            on conflict (company_id, subject) do update
               set connection_id = excluded.connection_id, decided_by = excluded.decided_by
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("by", by)
        .update();
  }

  /**
   * The connection that brought the first invoice of all, which is of record unless one is named.
   */
  public Optional<String> firstOfInvoices(String companyId) {
    return jdbc.sql(
            "select connection_id from invoice where company_id = :company order by invoice_id limit 1")
        .param("company", companyId)
        .query(String.class)
        .optional();
  }
}
