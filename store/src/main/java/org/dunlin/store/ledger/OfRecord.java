package org.dunlin.store.ledger;

import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which connections are of record, so that their word counts where several have the same. */
public final class OfRecord {
  /** Who is noted where nobody named one: the connection that brought the first invoice. */
  public static final String NOBODY = "match";

  private final JdbcClient jdbc;

  /** Over this database. */
  public OfRecord(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What a connection is of record for. */
  public enum Subject {
    INVOICES,
    CUSTOMERS
  }

  /** The connection of record for invoices: named by people, else by what came first. */
  public Optional<String> invoices(String companyId) {
    return read(companyId, Subject.INVOICES, "true");
  }

  /** The connection that leads customers: named for them, else that of record for invoices. */
  public Optional<String> customers(String companyId) {
    return named(companyId, Subject.CUSTOMERS).or(() -> invoices(companyId));
  }

  /** The connection that people named. */
  public Optional<String> named(String companyId, Subject subject) {
    return read(companyId, subject, "decided_by <> '" + NOBODY + "'");
  }

  private Optional<String> read(String companyId, Subject subject, String condition) {
    return jdbc.sql(
            "select connection_id from record_of where company_id = :company and subject = :subject"
                + " and "
                + condition)
        .param("company", companyId)
        .param("subject", subject.name())
        .query(String.class)
        .optional();
  }

  /** Names the connection, or takes back what was named; who says so. */
  public void name(String companyId, Subject subject, @Nullable String connectionId, String by) {
    if (connectionId == null) {
      jdbc.sql(
              """
              update record_of set decided_by = :nobody,
                     connection_id = coalesce((select connection_id from invoice where company_id = :company
                                                order by invoice_id limit 1), connection_id)
               where company_id = :company and subject = :subject
              """)
          .param("nobody", NOBODY)
          .param("company", companyId)
          .param("subject", subject.name())
          .update();
      return;
    }
    jdbc.sql(
            """
            insert into record_of (company_id, subject, connection_id, decided_by)
            values (:company, :subject, :connection, :by)
            on conflict (company_id, subject) do update
               set connection_id = excluded.connection_id, decided_by = excluded.decided_by
            """)
        .param("company", companyId)
        .param("subject", subject.name())
        .param("connection", connectionId)
        .param("by", by)
        .update();
  }

  /** Whether another connection was named since, or none any more. */
  public boolean changed(String companyId, Instant since) {
    return jdbc.sql(
            "select exists (select from record_of where company_id = :company"
                + " and updated_at >= :since)")
        .param("company", companyId)
        .param("since", Ids.at(since))
        .query(Boolean.class)
        .single();
  }

  /**
   * Whether a connection has brought an invoice, whoever leads it. By the order of the index: with
   * a plan for any connection all invoices would be looked at for one that has brought none.
   */
  public boolean brought(String companyId, String connectionId) {
    return jdbc.sql(
            """
            select :connection in (
                     (select connection_id from invoice
                       where company_id = :company and connection_id >= :connection
                       order by connection_id, source_id limit 1),
                     (select connection_id from invoice_source
                       where company_id = :company and connection_id >= :connection
                       order by connection_id, source_id limit 1)) is true
            """)
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }

  /**
   * The connection that brought the first invoice of all, which is of record unless one is named.
   */
  public Optional<String> firstOfInvoices(String companyId) {
    return jdbc.sql(
            "select connection_id from invoice where company_id = :company order by invoice_id"
                + " limit 1")
        .param("company", companyId)
        .query(String.class)
        .optional();
  }
}
