package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.Pair;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.store.page.Cursor;
import org.dunlin.store.page.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether records of two connections are one: what is asked, with both of them, and answers. */
public final class Questions {
  private static final String SIDE =
      """
      left join lateral (
        select i.invoice_id as id, coalesce(i.own_record, i.record) as record, c.record as customer
          from invoice i join customer c using (company_id, customer_id)
         where q.kind = 'INVOICE' and i.company_id = q.company_id and i.connection_id = q.connection_%1$s
           and i.source_id = q.source_%1$s
        union all
        select s.invoice_id, s.record, c.record
          from invoice_source s join customer c using (company_id, customer_id)
         where q.kind = 'INVOICE' and s.company_id = q.company_id and s.connection_id = q.connection_%1$s
           and s.source_id = q.source_%1$s
        union all
        select c.customer_id, null, c.record from customer c
         where q.kind = 'CUSTOMER' and c.company_id = q.company_id and c.connection_id = q.connection_%1$s
           and c.source_id = q.source_%1$s) %1$s on true
      """;

  /** The table of questions, named {@code q}, with what is known of both sides. */
  public static final String ROWS =
      "identity_question q " + SIDE.formatted("a") + SIDE.formatted("b");

  /** What {@link #line} reads of it. */
  public static final String COLUMNS =
      "q.*, a.id as id_a, a.record as record_a, a.customer as customer_a,"
          + " b.id as id_b, b.record as record_b, b.customer as customer_b";

  private static final String QUERY =
      "select " + COLUMNS + " from " + ROWS + " where q.company_id = :company ";

  /**
   * The open ones that have a record as one of their sides, by the names that it has at its
   * sources.
   */
  private static final String OF_RECORD =
      """
      and q.question_id in (
        with named as (
          select 'INVOICE' as kind, connection_id, source_id from invoice
           where company_id = :company and invoice_id = :id
          union all
          select 'INVOICE', connection_id, source_id from invoice_source
           where company_id = :company and invoice_id = :id
          union all
          select 'CUSTOMER', connection_id, source_id from customer
           where company_id = :company and customer_id = :id)
        select x.question_id from named r
          join identity_question x on x.company_id = :company and x.kind = r.kind
               and x.connection_a = r.connection_id and x.source_a = r.source_id
         where x.state = 'OPEN'
        union all
        select x.question_id from named r
          join identity_question x on x.company_id = :company and x.kind = r.kind
               and x.connection_b = r.connection_id and left(x.source_b, 200) = left(r.source_id, 200)
               and x.source_b = r.source_id
         where x.state = 'OPEN')
       order by q.question_id
      """;

  private final JdbcClient jdbc;

  Questions(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * One of two records.
   *
   * @param named as its connection knows it
   * @param id of the ledger's record that it is, or is a source of; absent where it is gone
   * @param invoice what the connection says; absent of a customer
   * @param customer of the invoice, or who is in question
   */
  public record Side(
      Named named, @Nullable UUID id, @Nullable Invoice invoice, @Nullable Customer customer) {}

  /**
   * A question, or an answer.
   *
   * @param putOffUntil before this business date it is no task
   * @param decidedBy who answered
   */
  public record Line(
      UUID id,
      Kind kind,
      State state,
      String reason,
      Instant askedAt,
      @Nullable LocalDate putOffUntil,
      @Nullable String decidedBy,
      @Nullable Instant decidedAt,
      Side one,
      Side other) {
    /** The two records in their order. */
    public Pair pair() {
      return new Pair(kind, one.named(), other.named());
    }
  }

  /** A page: the questions that are open, the oldest first, or the answers, the newest first. */
  public Page<Line> page(String companyId, boolean open, @Nullable Cursor after, int most) {
    Conditions conditions = new Conditions(companyId, most + 1);
    conditions.and(open ? "q.state = 'OPEN'" : "q.state <> 'OPEN'");
    if (after != null) {
      conditions.and(
          open ? "q.question_id > :after" : "q.question_id < :after", "after", after.id(0));
    }
    return Page.of(
        jdbc.sql(
                QUERY
                    + conditions.text()
                    + " order by q.question_id "
                    + (open ? "" : "desc")
                    + " limit :most")
            .params(conditions.values())
            .query(Questions::line)
            .list(),
        most,
        line -> Cursor.at(line.id()));
  }

  /** One of them. */
  public Optional<Line> find(String companyId, UUID id) {
    return jdbc.sql(QUERY + "and q.question_id = :id")
        .param("company", companyId)
        .param("id", id)
        .query(Questions::line)
        .optional();
  }

  /** What is asked of an invoice, or of a customer. */
  public List<Line> of(String companyId, UUID recordId) {
    return jdbc.sql(QUERY + OF_RECORD)
        .param("company", companyId)
        .param("id", recordId)
        .query(Questions::line)
        .list();
  }

  /** A row of {@link #ROWS}. */
  public static Line line(ResultSet row, int number) throws SQLException {
    return new Line(
        row.getObject("question_id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getString("reason"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        row.getObject("put_off_until", LocalDate.class),
        row.getString("decided_by"),
        Columns.instant(row, "decided_at"),
        side(row, "a"),
        side(row, "b"));
  }

  private static Side side(ResultSet row, String which) throws SQLException {
    String invoice = row.getString("record_" + which);
    String customer = row.getString("customer_" + which);
    return new Side(
        new Named(row.getString("connection_" + which), row.getString("source_" + which)),
        row.getObject("id_" + which, UUID.class),
        invoice == null ? null : StoredRecord.of(invoice, Invoice.class),
        customer == null ? null : StoredRecord.of(customer, Customer.class));
  }
}
