package org.dunlin.store.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes one invoice of two, or two of one. The invoice that was there first keeps its id, and with
 * it what was allocated, reminded, attached, agreed and said; the sources change places.
 */
public final class Joining {
  private final JdbcClient jdbc;

  /** Over this database. */
  public Joining(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Makes the other, on which nothing is claimed any more, a further source of the one. */
  public void join(String companyId, UUID one, UUID other, String by) {
    Map<String, Object> ids = Map.of("company", companyId, "one", one, "other", other, "by", by);
    for (String statement :
        new String[] {
          """
          insert into invoice_source (company_id, connection_id, source_id, invoice_id, customer_id,
                                      source_version, source_sequence, outstanding, record)
          select company_id, connection_id, source_id, :one, customer_id, source_version, source_sequence,
                 outstanding, coalesce(own_record, record)
            from invoice where company_id = :company and invoice_id = :other
          """,
          "update invoice_source set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          "update allocation set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          "update allocation set credit_note_id = :one where company_id = :company and"
              + " credit_note_id = :other",
          "update adjustment set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          "update refund set credit_note_id = :one where company_id = :company and credit_note_id ="
              + " :other",
          "update refund_order set credit_note_id = :one where company_id = :company and"
              + " credit_note_id = :other",
          "update provider_refund set credit_note_id = :one where company_id = :company and"
              + " credit_note_id = :other",
          // of two that are under way for one instalment the later one asks for the same money
          // again
          """
          update debit d set state = 'WITHDRAWN', reason = 'PAID', collection_id = null, batch = null,
                 scheme = null, sequence = null
           where company_id = :company and invoice_id = :other and state in ('ANNOUNCED', 'IN_FILE')
             and exists (select from debit o
                          where o.company_id = d.company_id and o.invoice_id = :one
                            and o.due_date = d.due_date
                            and o.state in ('ANNOUNCED', 'IN_FILE', 'SUBMITTED'))
          """,
          "update debit set invoice_id = :one where company_id = :company and invoice_id = :other",
          "update write_back set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          "update document set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          """
          insert into refusal select company_id, payment_id, :one, refused_by, refused_at from refusal
           where company_id = :company and invoice_id = :other on conflict do nothing
          """,
          "delete from refusal where company_id = :company and invoice_id = :other",
          """
          insert into credit_note_left select company_id, :one, left_by, left_at from credit_note_left
           where company_id = :company and credit_note_id = :other on conflict do nothing
          """,
          "delete from credit_note_left where company_id = :company and credit_note_id = :other",
          """
          update action set record = cast(replace(cast(record as text), cast(:other as text),
                                                  cast(:one as text)) as jsonb)
           where company_id = :company and action_id in (
                 select action_id from action_item where company_id = :company and invoice_id = :other)
          """,
          """
          insert into action_item select company_id, :one, due_date, step, cycle, action_id from action_item
           where company_id = :company and invoice_id = :other on conflict do nothing
          """,
          "delete from action_item where company_id = :company and invoice_id = :other",
          """
          update standstill set record = jsonb_set(record, '{invoiceIds}',
                                                   (record -> 'invoiceIds') - cast(:other as text))
           where company_id = :company and record -> 'invoiceIds' @> to_jsonb(cast(:one as text))
             and standstill_id in (
                 select standstill_id from standstill_invoice
                  where company_id = :company and invoice_id = :other)
          """,
          """
          update standstill set record = cast(replace(cast(record as text), cast(:other as text),
                                                      cast(:one as text)) as jsonb)
           where company_id = :company and standstill_id in (
                 select standstill_id from standstill_invoice
                  where company_id = :company and invoice_id = :other)
          """,
          // where both were meant, what is open once instead of twice counts as paid
          """
          insert into standstill_invoice as x
          select company_id, standstill_id, :one, open_before from standstill_invoice
           where company_id = :company and invoice_id = :other
              on conflict (company_id, standstill_id, invoice_id)
              do update set open_before = x.open_before + excluded.open_before
          """,
          "delete from standstill_invoice where company_id = :company and invoice_id = :other",
          """
          insert into hand_over_invoice as x
          select company_id, hand_over_id, :one, amount, currency from hand_over_invoice
           where company_id = :company and invoice_id = :other
              on conflict (company_id, hand_over_id, invoice_id)
              do update set amount = x.amount + excluded.amount
          """,
          "delete from hand_over_invoice where company_id = :company and invoice_id = :other",
          "update dialogue_entry set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          """
          insert into stated_claim_invoice
          select company_id, action_id, :one, due_date from stated_claim_invoice
           where company_id = :company and invoice_id = :other
              on conflict do nothing
          """,
          "delete from stated_claim_invoice where company_id = :company and invoice_id = :other",
          "update paid_again set invoice_id = :one where company_id = :company and invoice_id ="
              + " :other",
          // so that it counts in no sum when it goes
          "update invoice set status = 'VOID' where company_id = :company and invoice_id = :other",
          "delete from invoice where company_id = :company and invoice_id = :other",
        }) {
      jdbc.sql(statement).params(ids).update();
    }
  }

  /** Lets the figures of a further source be the invoice's; its claims must fit into them. */
  public void exchange(FurtherSource source, Invoices.Locked locked) {
    Map<String, Object> values = ids(source);
    jdbc.sql(
            """
            delete from invoice_source
             where company_id = :company and connection_id = :connection and source_id = :source
            """)
        .params(values)
        .update();
    jdbc.sql(
            """
            insert into invoice_source (company_id, connection_id, source_id, invoice_id, customer_id,
                                        source_version, source_sequence, outstanding, record)
            select company_id, connection_id, source_id, invoice_id, customer_id, source_version,
                   source_sequence, outstanding, coalesce(own_record, record)
              from invoice where company_id = :company and invoice_id = :invoice
            """)
        .params(values)
        .update();
    values.putAll(columns(source, locked.id()));
    jdbc.sql(
            """
            update invoice
               set connection_id = :connection, source_id = :source, source_version = :version,
                   source_sequence = :sequence, customer_id = :customer, number = :number,
                   issue_date = :issued, due_date = :due, total = :total, outstanding = :outstanding,
                   status = :status, record = cast(:record as jsonb), own_record = null
             where company_id = :company and invoice_id = :invoice
            """)
        .params(values)
        .update();
  }

  /** Makes a further source an invoice of its own again; its id. */
  public UUID release(FurtherSource source) {
    UUID id = Ids.next();
    Map<String, Object> values = ids(source);
    values.putAll(columns(source, id));
    values.put("id", id);
    jdbc.sql(
            """
            delete from invoice_source
             where company_id = :company and connection_id = :connection and source_id = :source
            """)
        .params(values)
        .update();
    jdbc.sql(
            """
            insert into invoice (company_id, invoice_id, connection_id, source_id, source_version,
                                 source_sequence, customer_id, number, kind, issue_date, due_date, currency,
                                 total, outstanding, status, record)
            values (:company, :id, :connection, :source, :version, :sequence, :customer, :number, :kind,
                    :issued, :due, :currency, :total, :outstanding, :status, cast(:record as jsonb))
            """)
        .params(values)
        .update();
    return id;
  }

  private static Map<String, Object> ids(FurtherSource source) {
    Map<String, Object> ids = new HashMap<>();
    ids.put("company", source.companyId());
    ids.put("connection", source.connectionId());
    ids.put("source", source.sourceId());
    ids.put("invoice", source.invoiceId());
    return ids;
  }

  private static Map<String, Object> columns(FurtherSource source, UUID id) {
    Invoice said = source.said();
    Invoice record =
        Sourced.invoice(said, id.toString(), source.customerId().toString(), said.source());
    Map<String, Object> columns = new HashMap<>();
    putNullable(columns, "version", source.version().said());
    columns.put("sequence", source.version().sequence());
    columns.put("customer", source.customerId());
    columns.put("number", said.number());
    columns.put("kind", said.kind().name());
    columns.put("issued", said.issueDate());
    putNullable(columns, "due", said.dueDate());
    columns.put("currency", said.currency().getCode());
    columns.put("total", said.total().getAmount());
    columns.put("outstanding", said.outstanding().getAmount());
    columns.put("status", said.status().name());
    columns.put("record", CanonicalWriter.line(record));
    return columns;
  }

  @SuppressWarnings("NullAway") // a parameter map may hold null, which SQL takes as absent
  private static void putNullable(Map<String, Object> values, String name, @Nullable Object value) {
    values.put(name, value);
  }
}
