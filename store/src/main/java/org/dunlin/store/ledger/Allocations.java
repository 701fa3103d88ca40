package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was allocated, by whom, and what is only suggested. */
public final class Allocations {
  /** What is settled of the invoice at its source without a booking that says by what. */
  static final String UNEXPLAINED =
      """
      (select greatest(0, i.total - i.outstanding - coalesce((
                select sum(l.amount) from booking_line l
                  left join booking b on b.company_id = l.company_id and b.connection_id = l.connection_id
                        and b.source_id = l.payment
                 where l.company_id = i.company_id and l.connection_id = i.connection_id
                   and l.invoice = i.source_id and b.void is not true), 0))
         from invoice i where i.company_id = :company and i.invoice_id = :invoice)
      """;

  private final JdbcClient jdbc;

  /** The allocations of this database. */
  public Allocations(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An allocation with its id and who decided it.
   *
   * @param rest what a suggestion would settle beside it without money; absent where nothing
   */
  public record Stored(
      UUID id,
      Allocation allocation,
      String decidedBy,
      LocalDate businessDate,
      @Nullable Adjustment rest) {}

  /** Adds a line; its claims on payment and invoice are the caller's. */
  public UUID add(String companyId, Allocation line, String decidedBy, LocalDate businessDate) {
    return add(companyId, line, null, decidedBy, businessDate);
  }

  /** Adds a suggestion with what it would settle beside its amount without money. */
  public UUID suggest(
      String companyId,
      Allocation line,
      @Nullable Adjustment rest,
      String decidedBy,
      LocalDate businessDate) {
    return add(companyId, line, rest, decidedBy, businessDate);
  }

  private UUID add(
      String companyId,
      Allocation line,
      @Nullable Adjustment rest,
      String decidedBy,
      LocalDate businessDate) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into allocation (company_id, allocation_id, payment_id, credit_note_id, invoice_id, amount,
                                    currency, decision, match, rank, rule, confidence, evidence,
                                    decided_at, decided_by, business_date, rest, rest_reason, unexplained)
            values (:company, :id, :payment, :note, :invoice, :amount, :currency, :decision, :match, :rank,
                    :rule, :confidence, :evidence, now(), :by, :date, :rest, :reason,
                    %s)
            """
                .formatted(line.decision() == Decision.SUGGESTED ? "null" : UNEXPLAINED))
        .param("company", companyId)
        .param("id", id)
        .param("payment", id(line.paymentId()))
        .param("note", id(line.creditNoteId()))
        .param("invoice", UUID.fromString(line.invoiceId()))
        .param("amount", line.amount().getAmount())
        .param("currency", line.amount().getCurrencyUnit().getCode())
        .param("decision", line.decision().name())
        .param("match", line.match())
        .param("rank", line.rank())
        .param("rule", name(line.rule()))
        .param("confidence", line.confidence())
        .param("evidence", line.evidence().toArray(String[]::new))
        .param("by", decidedBy)
        .param("date", businessDate)
        .param("rest", rest == null ? null : rest.amount().getAmount())
        .param("reason", rest == null ? null : rest.reason().name())
        .update();
    return id;
  }

  /** Locks an allocation of the hub's own that stands and undoes nothing. */
  public Optional<Stored> lockApplied(String companyId, UUID allocationId) {
    return jdbc.sql(
            """
            select * from allocation
             where company_id = :company and allocation_id = :id and undone_by is null
               and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and rule is distinct from 'RETURN'
               for update
            """)
        .param("company", companyId)
        .param("id", allocationId)
        .query(Allocations::row)
        .optional();
  }

  /** All that is suggested. */
  public List<Stored> suggested(String companyId) {
    return jdbc.sql(
            "select * from allocation where company_id = :company and decision = 'SUGGESTED'")
        .param("company", companyId)
        .query(Allocations::row)
        .list();
  }

  /** Forgets these suggestions. */
  public void clearSuggestions(String companyId, Collection<UUID> allocationIds) {
    jdbc.sql(
            "delete from allocation where company_id = :company and decision = 'SUGGESTED'"
                + " and allocation_id = any(:ids)")
        .param("company", companyId)
        .param("ids", allocationIds.toArray(UUID[]::new))
        .update();
  }

  /** What is suggested for a payment, and the credit notes that would go with it, best first. */
  public List<Stored> suggestedOf(String companyId, UUID paymentId) {
    return jdbc.sql(
            """
            with own as (select * from allocation where company_id = :company and payment_id = :id
                            and decision = 'SUGGESTED')
            select * from own
            union all
            select * from allocation where company_id = :company and payment_id is null
               and decision = 'SUGGESTED' and match in (select match from own)
             order by rank, allocation_id
            """)
        .param("company", companyId)
        .param("id", paymentId)
        .query(Allocations::row)
        .list();
  }

  /** Forgets what is suggested for one payment, with the credit notes that would go with it. */
  public void clearSuggestions(String companyId, UUID paymentId) {
    jdbc.sql(
            """
            delete from allocation
             where company_id = :company and decision = 'SUGGESTED'
               and (payment_id = :id
                    or payment_id is null and match in (
                         select s.match from allocation s where s.company_id = :company
                            and s.payment_id = :id and s.decision = 'SUGGESTED'))
            """)
        .param("company", companyId)
        .param("id", paymentId)
        .update();
  }

  /**
   * Changes how far an allocation goes; its claims are the caller's. What a booking or a
   * contradiction ends keeps what it was before.
   */
  public void decide(String companyId, UUID allocationId, Decision decision, String decidedBy) {
    jdbc.sql(
            """
            update allocation
               set decided_before = case
                     when :decision not in ('BOOKED', 'CONFLICT') then null
                     when decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') then decision
                     else decided_before end,
                   decision = :decision, decided_by = :by, decided_at = now()
             where company_id = :company and allocation_id = :id
            """)
        .param("decision", decision.name())
        .param("by", decidedBy)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
  }

  /**
   * Claims on the document that its source has not shown, youngest first: what is applied to an
   * invoice, or of a credit note; without those that were undone, which claim nothing any more.
   */
  public List<Stored> unbookedOf(String companyId, UUID documentId) {
    return jdbc.sql(
            """
            select * from allocation
             where company_id = :company and (invoice_id = :id or credit_note_id = :id) and undone_by is null
               and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and rule is distinct from 'RETURN'
             order by allocation_id desc
            """)
        .param("company", companyId)
        .param("id", documentId)
        .query(Allocations::row)
        .list();
  }

  /** Notes that the amount of a line was given back by another; false when it claims nothing. */
  public boolean undone(String companyId, UUID allocationId, UUID undoneBy) {
    return jdbc.sql(
                """
                update allocation set undone_by = :by
                 where company_id = :company and allocation_id = :id and undone_by is null
                   and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL')
                """)
            .param("by", undoneBy)
            .param("company", companyId)
            .param("id", allocationId)
            .update()
        == 1;
  }

  /**
   * Cuts an amount, smaller than the line's, off a line that stands: a line of its own, decided
   * alike, whose claims are those that the line had.
   *
   * @return the id of what was cut off
   */
  public UUID cutOff(String companyId, UUID allocationId, BigDecimal amount) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into allocation (company_id, allocation_id, payment_id, credit_note_id, invoice_id, amount,
                                    currency, decision, match, rank, rule, confidence, evidence, decided_at,
                                    decided_by, business_date, unexplained)
            select company_id, :other, payment_id, credit_note_id, invoice_id, :amount, currency, decision,
                   match, rank, rule, confidence, evidence, decided_at, decided_by, business_date, unexplained
              from allocation
             where company_id = :company and allocation_id = :id and amount > :amount and undone_by is null
            """)
        .param("other", id)
        .param("amount", amount)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
    jdbc.sql(
            "update allocation set amount = amount - :amount"
                + " where company_id = :company and allocation_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
    return id;
  }

  /** What was applied of a payment and not undone, oldest first. */
  public List<Stored> appliedOf(String companyId, UUID paymentId) {
    return of(companyId, paymentId, "'AUTOMATIC', 'CONFIRMED', 'MANUAL'");
  }

  /** What its program has booked of a payment, oldest first. */
  public List<Stored> bookedOf(String companyId, UUID paymentId) {
    return of(companyId, paymentId, "'BOOKED'");
  }

  /** What was applied of a payment and contradicted, oldest first. */
  public List<Stored> contradictedOf(String companyId, UUID paymentId) {
    return of(companyId, paymentId, "'CONFLICT'");
  }

  private List<Stored> of(String companyId, UUID paymentId, String decisions) {
    return jdbc.sql(
            """
            select * from allocation
             where company_id = :company and payment_id = :id and undone_by is null and decision in (%s)
             order by allocation_id
            """
                .formatted(decisions))
        .param("company", companyId)
        .param("id", paymentId)
        .query(Allocations::row)
        .list();
  }

  /**
   * What a person or a program decided of payments and stands, of the payments that it was last
   * decided of; all lines of each.
   *
   * @param most lines that are looked at to find the payments
   */
  public List<Stored> latestDecided(String companyId, int most) {
    return jdbc.sql(
            """
            select * from allocation
             where company_id = :company and undone_by is null
               and decision in ('BOOKED', 'CONFIRMED', 'MANUAL') and rule is distinct from 'RETURN'
               and payment_id in (
                 select payment_id from allocation
                  where company_id = :company and undone_by is null and payment_id is not null
                    and decision in ('BOOKED', 'CONFIRMED', 'MANUAL') and rule is distinct from 'RETURN'
                  order by allocation_id desc limit :most)
             order by allocation_id
            """)
        .param("company", companyId)
        .param("most", most)
        .query(Allocations::row)
        .list();
  }

  /** The invoices of which something was applied, in the order of their ids. */
  public List<UUID> invoices(String companyId) {
    return jdbc.sql(
            "select distinct invoice_id from allocation where company_id = :company"
                + " and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') order by invoice_id")
        .param("company", companyId)
        .query(UUID.class)
        .list();
  }

  /** All lines of an invoice, applied or suggested, oldest first. */
  public List<Stored> ofInvoice(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select * from allocation where company_id = :company and invoice_id = :id"
                + " order by allocation_id")
        .param("company", companyId)
        .param("id", invoiceId)
        .query(Allocations::row)
        .list();
  }

  /** All lines of a company, applied or suggested, oldest first. */
  public List<Stored> of(String companyId) {
    return jdbc.sql("select * from allocation where company_id = :company order by allocation_id")
        .param("company", companyId)
        .query(Allocations::row)
        .list();
  }

  /** The line of a row of the table. */
  public static Stored row(ResultSet row, int number) throws SQLException {
    Allocation line =
        new Allocation(
            row.getString("payment_id"),
            row.getString("credit_note_id"),
            row.getString("invoice_id"),
            Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
            row.getString("match"),
            row.getObject("rank", Integer.class),
            Decision.valueOf(row.getString("decision")),
            rule(row.getString("rule")),
            row.getBigDecimal("confidence"),
            List.of((String[]) row.getArray("evidence").getArray()));
    return new Stored(
        row.getObject("allocation_id", UUID.class),
        line,
        row.getString("decided_by"),
        row.getObject("business_date", LocalDate.class),
        rest(row, line));
  }

  private static @Nullable Adjustment rest(ResultSet row, Allocation line) throws SQLException {
    BigDecimal rest = row.getBigDecimal("rest");
    return rest == null
        ? null
        : new Adjustment(
            line.paymentId(),
            line.invoiceId(),
            Money.of(line.amount().getCurrencyUnit(), rest),
            AdjustmentReason.valueOf(row.getString("rest_reason")),
            line.match());
  }

  private static @Nullable UUID id(@Nullable String id) {
    return id == null ? null : UUID.fromString(id);
  }

  private static @Nullable String name(@Nullable MatchRule rule) {
    return rule == null ? null : rule.name();
  }

  private static @Nullable MatchRule rule(@Nullable String name) {
    return name == null ? null : MatchRule.valueOf(name);
  }
}
