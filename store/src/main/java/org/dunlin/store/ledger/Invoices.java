package org.dunlin.store.ledger;

import java.math.BigDecimal;
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
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices and credit notes, and how much of each the hub's own allocations claim. */
public final class Invoices {
  private static final String FIELDS =
      """
      (company_id, invoice_id, connection_id, source_id, source_sequence, customer_id, number, kind,
       issue_date, due_date, currency, total, outstanding, status, record)
      """;

  private final JdbcClient jdbc;

  /** The documents of this database. */
  public Invoices(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** A document as it lies in the ledger, its row locked. */
  public record Locked(UUID id, long sequence, Money claimed, Invoice invoice) {}

  /** Adds the document if its source has not brought it before; empty when it has. */
  public Optional<UUID> add(Origin origin, Invoice said, UUID customerId) {
    UUID id = Ids.next();
    int added =
        jdbc.sql(
                "insert into invoice "
                    + FIELDS
                    + """
                    values (:company, :id, :connection, :source, :sequence, :customer, :number, :kind,
                            :issued, :due, :currency, :total, :outstanding, :status, cast(:record as jsonb))
                    on conflict (company_id, connection_id, source_id) do nothing
                    """)
            .param("connection", origin.connectionId())
            .param("source", said.id())
            .params(values(origin, said, id, customerId))
            .update();
    return added == 1 ? Optional.of(id) : Optional.empty();
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

  /** Locks the document that the source has brought before. */
  public Locked lock(Origin origin, String sourceId) {
    return jdbc.sql(
            """
            select invoice_id, source_sequence, claimed, record from invoice
             where company_id = :company and connection_id = :connection and source_id = :source
               for update
            """)
        .param("company", origin.companyId())
        .param("connection", origin.connectionId())
        .param("source", sourceId)
        .query(
            (row, number) -> {
              Invoice invoice = StoredRecord.of(row.getString("record"), Invoice.class);
              return new Locked(
                  row.getObject("invoice_id", UUID.class),
                  row.getLong("source_sequence"),
                  Money.of(invoice.currency(), row.getBigDecimal("claimed")),
                  invoice);
            })
        .single();
  }

  /** Replaces what a locked document says; its claims must fit into the new outstanding amount. */
  public Outcome change(Origin origin, Locked locked, Invoice said, UUID customerId) {
    Invoice before = locked.invoice();
    Invoice after = Sourced.invoice(said, before.id(), customerId.toString(), null);
    Invoice comparable = Sourced.invoice(before, before.id(), before.customerId(), null);
    jdbc.sql(
            """
            update invoice
               set source_sequence = :sequence, customer_id = :customer, number = :number, kind = :kind,
                   issue_date = :issued, due_date = :due, currency = :currency, total = :total,
                   outstanding = :outstanding, status = :status, record = cast(:record as jsonb)
             where company_id = :company and invoice_id = :id
            """)
        .params(values(origin, said, locked.id(), customerId))
        .update();
    return after.equals(comparable) ? Outcome.SAME : Outcome.CHANGED;
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

  private static Map<String, Object> values(Origin origin, Invoice said, UUID id, UUID customerId) {
    Map<String, Object> values = new HashMap<>();
    values.put("company", origin.companyId());
    values.put("id", id);
    values.put("sequence", origin.sequence());
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

  private static String record(Origin origin, Invoice said, UUID id, UUID customerId) {
    return CanonicalWriter.line(
        Sourced.invoice(said, id.toString(), customerId.toString(), origin.source(said.id())));
  }

  @SuppressWarnings("NullAway") // a parameter map may hold null, which SQL takes as absent
  private static void putNullable(
      Map<String, Object> values,
      String name,
      java.time.@org.jspecify.annotations.Nullable LocalDate value) {
    values.put(name, value);
  }
}
