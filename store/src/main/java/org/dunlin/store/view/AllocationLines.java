package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.ledger.OpenCreditNotes;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Allocations with the names of what they join. */
final class AllocationLines {
  private static final String QUERY =
      """
      select a.*, i.number as invoice, i.customer_id, c.name as customer,
             coalesce(p.record ->> 'payerName', n.number) as settled_by,
             coalesce(p.booking_date, n.issue_date) as dated
        from allocation a
        join invoice i on i.company_id = a.company_id and i.invoice_id = a.invoice_id
        join customer c on c.company_id = i.company_id and c.customer_id = i.customer_id
        left join payment p on p.company_id = a.company_id and p.payment_id = a.payment_id
        left join invoice n on n.company_id = a.company_id and n.invoice_id = a.credit_note_id
       where a.company_id = :company %s
       order by a.allocation_id desc limit :most
      """;

  private final JdbcClient jdbc;

  AllocationLines(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What is applied to an invoice or of a credit note, and suggested; the newest first. */
  List<AllocationLine> ofDocument(
      String companyId, UUID documentId, @Nullable UUID before, int most) {
    return newest(
        new Conditions(companyId, most)
            .and(
                "(a.invoice_id = :document or a.credit_note_id = :document)",
                "document",
                documentId),
        before);
  }

  /** What is applied of a credit note; the newest first. */
  List<AllocationLine> appliedOfNote(String companyId, UUID noteId, int most) {
    return newest(
        new Conditions(companyId, most)
            .and("a.credit_note_id = :note and a.decision <> 'SUGGESTED'", "note", noteId),
        null);
  }

  /** What is suggested for a credit note by itself. */
  List<AllocationLine> suggestedOfNote(String companyId, UUID noteId, int most) {
    return newest(
        new Conditions(companyId, most)
            .and("a.credit_note_id = :note", "note", noteId)
            .and(
                "a.allocation_id in (select allocation_id from allocation"
                    + " where company_id = :company and credit_note_id = :note and "
                    + OpenCreditNotes.OWN
                    + ")"),
        null);
  }

  /**
   * What is applied of a payment, and suggested with the credit notes that would go with it; the
   * newest first.
   */
  List<AllocationLine> ofPayment(
      String companyId, UUID paymentId, @Nullable UUID before, int most) {
    return newest(
        new Conditions(companyId, most)
            .and(
                """
                (a.payment_id = :payment or a.payment_id is null and a.decision = 'SUGGESTED'
                 and a.match in (select s.match from allocation s where s.company_id = :company
                                    and s.payment_id = :payment and s.decision = 'SUGGESTED'))
                """,
                "payment",
                paymentId),
        before);
  }

  /** What is applied to a customer's invoices; the newest first. */
  List<AllocationLine> ofCustomer(
      String companyId, UUID customerId, @Nullable UUID before, int most) {
    return newest(
        new Conditions(companyId, most)
            .and("i.customer_id = :customer", "customer", customerId)
            .and("a.decision <> 'SUGGESTED'"),
        before);
  }

  /** What a later fact of the source contradicts; the newest first. */
  List<AllocationLine> contradicted(String companyId, int most) {
    return newest(
        new Conditions(companyId, most)
            .and("a.decision = 'CONFLICT' and not being_taken_back(a.company_id, a.allocation_id)"),
        null);
  }

  /** What is applied of, or to, some records since a time, and suggested; the newest first. */
  List<AllocationLine> since(String companyId, List<UUID> records, Instant since, int most) {
    return newest(
        new Conditions(companyId, most)
            .with("records", records.stream().map(UUID::toString).toArray(String[]::new))
            .and(
                """
                (a.invoice_id = any(cast(:records as uuid[])) or a.payment_id = any(cast(:records as uuid[]))
                 or a.credit_note_id = any(cast(:records as uuid[])))
                """)
            .and("a.decided_at >= :since", "since", since.atOffset(ZoneOffset.UTC)),
        null);
  }

  private List<AllocationLine> newest(Conditions conditions, @Nullable UUID before) {
    if (before != null) {
      conditions.and("a.allocation_id < :before", "before", before);
    }
    return jdbc.sql(QUERY.formatted(conditions.text()))
        .params(conditions.values())
        .query(AllocationLines::line)
        .list();
  }

  private static AllocationLine line(ResultSet row, int number) throws SQLException {
    String rule = row.getString("rule");
    String reason = row.getString("rest_reason");
    return new AllocationLine(
        row.getObject("allocation_id", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getObject("credit_note_id", UUID.class),
        row.getString("settled_by"),
        row.getObject("dated", LocalDate.class),
        row.getObject("invoice_id", UUID.class),
        row.getString("invoice"),
        row.getObject("customer_id", UUID.class),
        row.getString("customer"),
        Columns.money(row, "amount"),
        Decision.valueOf(row.getString("decision")),
        rule == null ? null : MatchRule.valueOf(rule),
        row.getObject("rank", Integer.class),
        row.getBigDecimal("confidence"),
        Columns.texts(row, "evidence"),
        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
        row.getString("decided_by"),
        row.getObject("business_date", LocalDate.class),
        reason == null ? null : Columns.money(row, "rest"),
        reason == null ? null : AdjustmentReason.valueOf(reason),
        row.getObject("undone_by") != null);
  }
}
