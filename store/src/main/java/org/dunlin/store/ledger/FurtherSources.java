package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ThisTransaction;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Further sources of invoices that several connections have. */
public final class FurtherSources {
  private final JdbcClient jdbc;

  /** The further sources of this database. */
  public FurtherSources(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Keeps the sources of the company's invoices as they are until the transaction ends. */
  public void use(String companyId) {
    if (ThisTransaction.first(List.of(this, companyId))) {
      lock("pg_advisory_xact_lock_shared", companyId);
    }
  }

  /** Lets nobody else use the sources of the company's invoices until the transaction ends. */
  public void change(String companyId) {
    lock("pg_advisory_xact_lock", companyId);
  }

  private void lock(String function, String companyId) {
    jdbc.sql("select %s(hashtextextended('sources of ' || :company, 0))".formatted(function))
        .param("company", companyId)
        .query()
        .singleRow();
  }

  /** Whether the connection is the further source of any invoice. */
  public boolean any(String companyId, String connectionId) {
    return jdbc.sql(
            "select exists (select from invoice_source"
                + " where company_id = :company and connection_id = :connection)")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(Boolean.class)
        .single();
  }

  /** The further source that the connection knows by this id. */
  public Optional<FurtherSource> find(String companyId, String connectionId, String sourceId) {
    return read(companyId, connectionId, sourceId, "");
  }

  /** The same, locked. */
  public Optional<FurtherSource> lock(String companyId, String connectionId, String sourceId) {
    return read(companyId, connectionId, sourceId, " for update");
  }

  private Optional<FurtherSource> read(
      String companyId, String connectionId, String sourceId, String locking) {
    return jdbc.sql(
            "select * from invoice_source where company_id = :company"
                + " and connection_id = :connection and source_id = :source"
                + locking)
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .query(FurtherSources::row)
        .optional();
  }

  /** Replaces what a locked source says. */
  public void say(Origin origin, FurtherSource source, Invoice said, UUID customerId) {
    Invoice kept =
        Sourced.invoice(
            said,
            source.invoiceId().toString(),
            customerId.toString(),
            origin.source(source.sourceId()));
    jdbc.sql(
            """
            update invoice_source
               set customer_id = :customer, source_version = :version, source_sequence = :sequence,
                   outstanding = :outstanding, record = cast(:record as jsonb)
             where company_id = :company and connection_id = :connection and source_id = :source
            """)
        .param("customer", customerId)
        .param("version", origin.saidVersion())
        .param("sequence", origin.sequence())
        .param("outstanding", said.outstanding().getAmount())
        .param("record", CanonicalWriter.line(kept))
        .param("company", source.companyId())
        .param("connection", source.connectionId())
        .param("source", source.sourceId())
        .update();
  }

  /** The further sources of an invoice. */
  public List<FurtherSource> of(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select * from invoice_source where company_id = :company and invoice_id = :invoice"
                + " order by connection_id, source_id")
        .param("company", companyId)
        .param("invoice", invoiceId)
        .query(FurtherSources::row)
        .list();
  }

  /**
   * A further source of an open invoice.
   *
   * @param ownerId whose the invoice is
   */
  public record OfOpen(UUID ownerId, FurtherSource source) {}

  /** The further sources of all open invoices. */
  public List<OfOpen> ofOpen(String companyId) {
    return jdbc.sql(
            """
            select s.*, i.customer_id as owner_id from invoice_source s
              join invoice i on i.company_id = s.company_id and i.invoice_id = s.invoice_id
             where s.company_id = :company and i.status = 'OPEN' and i.claimed < i.outstanding
             order by s.connection_id, s.source_id
            """)
        .param("company", companyId)
        .query(FurtherSources::ofOpen)
        .list();
  }

  /** The same of all open invoices of these customers. */
  public List<OfOpen> ofOpen(String companyId, Collection<UUID> customerIds) {
    return jdbc.sql(
            """
            select s.*, i.customer_id as owner_id from invoice i
              join invoice_source s on s.company_id = i.company_id and s.invoice_id = i.invoice_id
             where i.company_id = :company and i.customer_id = any(:customers)
               and i.status = 'OPEN' and i.claimed < i.outstanding
             order by s.connection_id, s.source_id
            """)
        .param("company", companyId)
        .param("customers", customerIds.toArray(UUID[]::new))
        .query(FurtherSources::ofOpen)
        .list();
  }

  private static OfOpen ofOpen(ResultSet row, int number) throws SQLException {
    return new OfOpen(row.getObject("owner_id", UUID.class), row(row, number));
  }

  /** Those of which they themselves, their invoices or customers were written since. */
  public List<FurtherSource> changed(String companyId, Instant since) {
    return jdbc.sql(
            """
            select s.* from invoice_source s
              join invoice i on i.company_id = s.company_id and i.invoice_id = s.invoice_id
             where s.company_id = :company
               and (s.updated_at >= :since or i.updated_at >= :since
                    or exists (select from customer c
                                where c.company_id = s.company_id and c.updated_at >= :since
                                  and c.customer_id in (s.customer_id, i.customer_id)))
             order by s.connection_id, s.source_id
            """)
        .param("company", companyId)
        .param("since", Ids.at(since))
        .query(FurtherSources::row)
        .list();
  }

  /**
   * Invoices of which it is asked whether another connection has the same, without those of record:
   * where neither is of record, the one that came later.
   */
  public Set<UUID> unclear(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select case when a.connection_id = r.connection_id then b.invoice_id
                            when b.connection_id = r.connection_id then a.invoice_id
                            else greatest(a.invoice_id, b.invoice_id) end
                  from identity_question q
                  join invoice a on a.company_id = q.company_id and a.connection_id = q.connection_a
                       and a.source_id = q.source_a
                  join invoice b on b.company_id = q.company_id and b.connection_id = q.connection_b
                       and b.source_id = q.source_b
                  left join record_of r on r.company_id = q.company_id and r.subject = 'INVOICES'
                 where q.company_id = :company and q.kind = 'INVOICE' and q.state = 'OPEN'
                """)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Open invoices of which another source says that less is left than the hub believes. */
  public Set<UUID> paidElsewhere(String companyId) {
    return new HashSet<>(
        jdbc.sql(
                """
                select i.invoice_id from invoice_source s
                  join invoice i on i.company_id = s.company_id and i.invoice_id = s.invoice_id
                 where s.company_id = :company and i.status = 'OPEN'
                   and s.outstanding < i.outstanding - i.claimed
                """)
            .param("company", companyId)
            .query(UUID.class)
            .list());
  }

  /** Two invoices of different connections that may be one. */
  public record Twins(UUID one, UUID other) {}

  /**
   * Invoices with one number in several connections of which one, or its customer, was written
   * since.
   */
  public List<Twins> twins(String companyId, Instant since) {
    return jdbc.sql(
            """
            with touched as (
              select invoice_id from invoice where company_id = :company and updated_at >= :since
              union
              select i.invoice_id from customer c
                join invoice i on i.company_id = c.company_id and i.customer_id = c.customer_id
               where c.company_id = :company and c.updated_at >= :since)
            select distinct least(a.invoice_id, b.invoice_id) as one, greatest(a.invoice_id, b.invoice_id) as other
              from invoice a
              join invoice b on b.company_id = a.company_id
                   and lower(b.number) collate "C" = lower(a.number) collate "C"
             where a.company_id = :company and a.invoice_id in (table touched)
               and b.connection_id <> a.connection_id and b.kind = a.kind and b.currency = a.currency
               and (select count(*) from connection c where c.company_id = :company) > 1
               and not exists (select from invoice_source s
                                where s.company_id = a.company_id
                                  and (s.invoice_id = a.invoice_id and s.connection_id = b.connection_id
                                       or s.invoice_id = b.invoice_id and s.connection_id = a.connection_id))
             order by 1, 2
            """)
        .param("company", companyId)
        .param("since", Ids.at(since))
        .query(
            (row, number) ->
                new Twins(row.getObject("one", UUID.class), row.getObject("other", UUID.class)))
        .list();
  }

  static FurtherSource row(ResultSet row, int number) throws SQLException {
    return new FurtherSource(
        row.getString("company_id"),
        row.getString("connection_id"),
        row.getString("source_id"),
        row.getObject("invoice_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        new Version(row.getString("source_version"), row.getLong("source_sequence")),
        StoredRecord.of(row.getString("record"), Invoice.class));
  }
}
