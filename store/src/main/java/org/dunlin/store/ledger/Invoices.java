package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Ids;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Applied.Outcome;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices and credit notes, and how much of each the hub's own allocations claim. */
public final class Invoices {
  private static final String FIELDS =
      """
      (company_id, invoice_id, connection_id, source_id, source_sequence, source_version, customer_id, number,
       kind, issue_date, due_date, currency, total, outstanding, status, record)
      """;

  private final JdbcClient jdbc;

  /** The documents of this database. */
  public Invoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * A document as it lies in the ledger, its row locked.
   *
   * @param version which state of it its source has brought
   * @param invoice as it counts
   * @param own as its source says it: the same, unless another source knows more of it or its
   *     source has it no more
   */
  public record Locked(UUID id, Version version, Money claimed, Invoice invoice, Invoice own) {}

  /** Adds the document if its source has not brought it before; empty when it has. */
  public Optional<UUID> add(Origin origin, Invoice said, UUID customerId) {
    UUID id = Ids.next();
    int added =
        jdbc.sql(
                "insert into invoice "
                    + FIELDS
                    + """
                    values (:company, :id, :connection, :source, :sequence, :version, :customer, :number, :kind,
                            :issued, :due, :currency, :total, :outstanding, :status, cast(:record as jsonb))
                    on conflict (company_id, connection_id, source_id) do nothing
                    """)
            .param("connection", origin.connectionId())
            .param("source", said.id())
            .params(values(origin, said, id, customerId))
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
  }

  /**
   * Adds those of the documents that their source has not brought before, in one round trip; the
   * ids of those that were added, by the source's.
   *
   * @param all of one delivery, each id once
   */
  public Map<String, UUID> add(List<NewInvoice> all) {
    Map<String, UUID> added = new HashMap<>();
    if (all.isEmpty()) {
      return added;
    }
    jdbc.sql(
            "insert into invoice "
                + FIELDS
                + """
                select :company, id, :connection, source, :sequence, version, customer, number, kind, issued,
                       due, currency, total, outstanding, status, record
                  from unnest(cast(:ids as uuid[]), cast(:sources as text[]), cast(:versions as text[]),
                              cast(:customers as uuid[]), cast(:numbers as text[]), cast(:kinds as text[]),
                              cast(:issued as date[]), cast(:due as date[]), cast(:currencies as text[]),
                              cast(:totals as numeric[]), cast(:outstanding as numeric[]),
                              cast(:statuses as text[]), cast(:records as jsonb[]))
                       as said (id, source, version, customer, number, kind, issued, due, currency, total,
                                outstanding, status, record)
                 order by source
                on conflict (company_id, connection_id, source_id) do nothing
                returning source_id, invoice_id
                """)
        .params(new NewInvoices(all).values())
        .query(
            row -> {
              added.put(row.getString("source_id"), row.getObject("invoice_id", UUID.class));
            });
    return added;
  }

  /** Whose document the source has brought under this id; empty when it has not. */
  public Optional<UUID> customerOf(Origin origin, String sourceId) {
    return jdbc.sql(
            """
            select customer_id from invoice
             where company_id = :company and connection_id = :connection and source_id = :source
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("source", sourceId)
        .query(UUID.class)
        .optional();
  }

  /** The ledger's id of the document that the connection knows by this id. */
  public Optional<UUID> id(String companyId, String connectionId, String sourceId) {
    return jdbc.sql(
            "select invoice_id from invoice where company_id = :company"
                + " and connection_id = :connection and source_id = :source")
        .param("company", companyId)
        .param("connection", connectionId)
        .param("source", sourceId)
        .query(UUID.class)
        .optional();
  }

  /** Locks the document that the source has brought before. */
  public Locked lock(Origin origin, String sourceId) {
    return jdbc.sql(
            """
            select invoice_id, source_sequence, source_version, claimed, record, own_record from invoice
             where company_id = :company and connection_id = :connection and source_id = :source
               for update
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("source", sourceId)
        .query(Invoices::locked)
        .single();
  }

  /** Locks a document by the ledger's id. */
  public Locked lockOwn(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select invoice_id, source_sequence, source_version, claimed, record, own_record"
                + " from invoice where company_id = :company and invoice_id = :id for update")
        .param("company", companyId)
        .param("id", invoiceId)
        .query(Invoices::locked)
        .single();
  }

  private static Locked locked(ResultSet row, int number) throws SQLException {
    Invoice invoice = StoredRecord.of(row.getString("record"), Invoice.class);
    String own = row.getString("own_record");
    return new Locked(
        row.getObject("invoice_id", UUID.class),
        new Version(row.getString("source_version"), row.getLong("source_sequence")),
        Money.of(invoice.currency(), row.getBigDecimal("claimed")),
        invoice,
        own == null ? invoice : StoredRecord.of(own, Invoice.class));
  }

  /** Replaces what a locked document says; its claims must fit into the new outstanding amount. */
  public Outcome change(Origin origin, Locked locked, Invoice said, UUID customerId) {
    return change(origin, locked, said, said, customerId);
  }

  /**
   * Replaces what a locked document says.
   *
   * @param said by its source
   * @param counts what of it counts; its claims must fit into the outstanding amount of this
   */
  public Outcome change(
      Origin origin, Locked locked, Invoice said, Invoice counts, UUID customerId) {
    Invoice before = locked.invoice();
    Invoice after = Sourced.invoice(counts, before.id(), customerId.toString(), null);
    Invoice comparable = Sourced.invoice(before, before.id(), before.customerId(), null);
    Map<String, Object> values = values(origin, counts, locked.id(), customerId);
    putNullable(
        values, "own", counts.equals(said) ? null : record(origin, said, locked.id(), customerId));
    jdbc.sql(
            """
            update invoice
               set source_sequence = :sequence, source_version = :version, customer_id = :customer,
                   number = :number, kind = :kind, issue_date = :issued, due_date = :due, currency = :currency,
                   total = :total, outstanding = :outstanding, status = :status,
                   record = cast(:record as jsonb), own_record = cast(:own as jsonb)
             where company_id = :company and invoice_id = :id
            """)
        .params(values)
        .update();
    return after.equals(comparable) ? Outcome.SAME : Outcome.CHANGED;
  }

  /**
   * Says what of a locked document counts, when that changed although its source said nothing new.
   *
   * @param counts with its id, customer and source
   */
  public void count(String companyId, Locked locked, Invoice counts) {
    Map<String, Object> values = new HashMap<>();
    values.put("company", companyId);
    values.put("id", locked.id());
    values.put("status", counts.status().name());
    values.put("record", CanonicalWriter.line(counts));
    putNullable(values, "due", counts.dueDate());
    putNullable(
        values, "own", counts.equals(locked.own()) ? null : CanonicalWriter.line(locked.own()));
    jdbc.sql(
            """
            update invoice set status = :status, due_date = :due, record = cast(:record as jsonb),
                   own_record = cast(:own as jsonb)
             where company_id = :company and invoice_id = :id
            """)
        .params(values)
        .update();
  }

  /** Takes an amount of the invoice for an allocation; false when less is open. */
  public boolean claim(String companyId, UUID invoiceId, BigDecimal amount) {
    return jdbc.sql(
                """
                update invoice set claimed = claimed + :amount
                 where company_id = :company and invoice_id = :id and status = 'OPEN'
                   and claimed + :amount <= outstanding
                """)
            .param("amount", amount)
            .param("company", companyId)
            .param("id", invoiceId)
            .update()
        == 1;
  }

  /** Gives an amount back that an allocation had taken. */
  public void unclaim(String companyId, UUID invoiceId, BigDecimal amount) {
    jdbc.sql(
            "update invoice set claimed = claimed - :amount where company_id = :company and invoice_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", invoiceId)
        .update();
  }

  /** The ids under which a connection brought the documents of which it is the source. */
  public List<String> sourceIds(String companyId, String connectionId) {
    return jdbc.sql(
            "select source_id from invoice where company_id = :company"
                + " and connection_id = :connection order by source_id")
        .param("company", companyId)
        .param("connection", connectionId)
        .query(String.class)
        .list();
  }

  /** One document with what is open of it, its row locked: nobody changes that meanwhile. */
  public Optional<DocumentState> lock(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select record, claimed from invoice"
                + " where company_id = :company and invoice_id = :id for update")
        .param("company", companyId)
        .param("id", invoiceId)
        .query(DocumentState::row)
        .optional();
  }

  /** One document with what is open of it. */
  public Optional<DocumentState> find(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select record, claimed from invoice where company_id = :company and invoice_id = :id")
        .param("company", companyId)
        .param("id", invoiceId)
        .query(DocumentState::row)
        .optional();
  }

  /** These documents, whatever is open of them. */
  public List<DocumentState> all(String companyId, Collection<UUID> invoiceIds) {
    return jdbc.sql(
            "select record, claimed from invoice"
                + " where company_id = :company and invoice_id = any(:ids)")
        .param("company", companyId)
        .param("ids", invoiceIds.toArray(UUID[]::new))
        .query(DocumentState::row)
        .list();
  }

  /** Invoices and credit notes of which something is open, earliest issued first. */
  public List<DocumentState> open(String companyId) {
    return jdbc.sql(
            """
            select record, claimed from invoice
             where company_id = :company and status = 'OPEN' and claimed < outstanding
             order by issue_date, invoice_id
            """)
        .param("company", companyId)
        .query(DocumentState::row)
        .list();
  }

  /** The same of these customers, in no order. */
  public List<DocumentState> open(String companyId, Collection<UUID> customerIds) {
    return jdbc.sql(
            """
            select record, claimed from invoice
             where company_id = :company and customer_id = any(:customers)
               and status = 'OPEN' and claimed < outstanding
            """)
        .param("company", companyId)
        .param("customers", customerIds.toArray(UUID[]::new))
        .query(DocumentState::row)
        .list();
  }

  /** The invoices that were issued last, open or paid, the latest first. */
  public List<DocumentState> latestIssued(String companyId, int most) {
    return jdbc.sql(
            """
            select record, claimed from invoice
             where company_id = :company and kind = 'INVOICE' and status <> 'VOID'
             order by issue_date desc, invoice_id desc limit :most
            """)
        .param("company", companyId)
        .param("most", most)
        .query(DocumentState::row)
        .list();
  }

  /** The customers of whom a credit note is open. */
  public List<UUID> customersWithOpenCredit(String companyId) {
    return jdbc.sql(
            """
            select distinct customer_id from invoice
             where company_id = :company and kind = 'CREDIT_NOTE' and status = 'OPEN' and claimed < outstanding
             order by customer_id
            """)
        .param("company", companyId)
        .query(UUID.class)
        .list();
  }

  /** The invoices with this number, in capitals or not, on which something is open. */
  public List<UUID> openOfNumber(String companyId, String number) {
    return jdbc.sql(
            """
            select invoice_id from invoice
             where company_id = :company and (lower(number) collate "C") = lower(:number)
               and kind = 'INVOICE' and status = 'OPEN' and claimed < outstanding
             order by invoice_id
            """)
        .param("company", companyId)
        .param("number", number)
        .query(UUID.class)
        .list();
  }

  private static Map<String, Object> values(Origin origin, Invoice said, UUID id, UUID customerId) {
    Map<String, Object> values = new HashMap<>();
    values.put("company", origin.companyId());
    values.put("id", id);
    values.put("sequence", origin.sequence());
    putNullable(values, "version", origin.saidVersion());
    values.put("customer", customerId);
    values.put("number", said.number());
    values.put("kind", said.kind().name());
    values.put("issued", said.issueDate());
    values.put("currency", said.currency().getCode());
    values.put("total", said.total().getAmount());
    values.put("outstanding", said.outstanding().getAmount());
    values.put("status", said.status().name());
    values.put("record", record(origin, said, id, customerId));
    putNullable(values, "due", said.dueDate());
    return values;
  }

  static String record(Origin origin, Invoice said, UUID id, UUID customerId) {
    return CanonicalWriter.line(
        Sourced.invoice(said, id.toString(), customerId.toString(), origin.source(said.id())));
  }

  @SuppressWarnings("NullAway") // a parameter map may hold null, which SQL takes as absent
  private static void putNullable(Map<String, Object> values, String name, @Nullable Object value) {
    values.put(name, value);
  }
}
