package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
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
  private final JdbcClient jdbc;

  /** The allocations of this database. */
  public Allocations(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** An allocation with its id and who decided it. */
  public record Stored(UUID id, Allocation allocation, String decidedBy, LocalDate businessDate) {}

  /** Adds a line; its claims on payment and invoice are the caller's. */
  public UUID add(String companyId, Allocation line, String decidedBy, LocalDate businessDate) {
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into allocation
            values (:company, :id, :payment, :invoice, :amount, :currency, :decision, :match, :rank, :rule,
                    :confidence, :evidence, now(), :by, :date)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("payment", UUID.fromString(String.valueOf(line.paymentId())))
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
        .update();
    return id;
  }

  /** Forgets all suggestions; matching makes them anew from the facts. */
  public void clearSuggestions(String companyId) {
    jdbc.sql("delete from allocation where company_id = :company and decision = 'SUGGESTED'")
        .param("company", companyId)
        .update();
  }

  /** Changes how far an allocation goes; its claims are the caller's. */
  public void decide(String companyId, UUID allocationId, Decision decision, String decidedBy) {
    jdbc.sql(
            """
            update allocation set decision = :decision, decided_by = :by, decided_at = now()
             where company_id = :company and allocation_id = :id
            """)
        .param("decision", decision.name())
        .param("by", decidedBy)
        .param("company", companyId)
        .param("id", allocationId)
        .update();
  }

  /**
   * Claims on the invoice that its source has not shown, youngest first; without those of payments
   * that went back, which claim nothing any more.
   */
  public List<Stored> unbookedOf(String companyId, UUID invoiceId) {
    return jdbc.sql(
            """
            select a.* from allocation a
             where company_id = :company and invoice_id = :id
               and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') and rule is distinct from 'RETURN'
               and not exists (
                     select 1
                       from payment p
                       join payment back
                         on back.company_id = p.company_id and back.account_key = p.account_key
                            and back.amount = p.amount and back.currency = p.currency
                            and back.booking_date >= p.booking_date
                            and back.record ->> 'returnOf' = p.record ->> 'endToEndId'
                       join allocation undoing
                         on undoing.company_id = back.company_id
                            and undoing.payment_id = back.payment_id
                            and undoing.invoice_id = a.invoice_id and undoing.rule = 'RETURN'
                      where p.company_id = a.company_id and p.payment_id = a.payment_id)
             order by allocation_id desc
            """)
        .param("company", companyId)
        .param("id", invoiceId)
        .query((row, number) -> stored(row))
        .list();
  }

  /** What was applied of a payment, oldest first. */
  public List<Stored> appliedOf(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select * from allocation where company_id = :company and payment_id = :id"
                + " and decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL') order by allocation_id")
        .param("company", companyId)
        .param("id", paymentId)
        .query((row, number) -> stored(row))
        .list();
  }

  /** All lines of an invoice, applied or suggested, oldest first. */
  public List<Stored> ofInvoice(String companyId, UUID invoiceId) {
    return jdbc.sql(
            "select * from allocation where company_id = :company and invoice_id = :id"
                + " order by allocation_id")
        .param("company", companyId)
        .param("id", invoiceId)
        .query((row, number) -> stored(row))
        .list();
  }

  /** All lines of a company, applied or suggested, oldest first. */
  public List<Stored> of(String companyId) {
    return jdbc.sql("select * from allocation where company_id = :company order by allocation_id")
        .param("company", companyId)
        .query((row, number) -> stored(row))
        .list();
  }

  private static Stored stored(ResultSet row) throws SQLException {
    return new Stored(
        row.getObject("allocation_id", UUID.class),
        new Allocation(
            row.getString("payment_id"),
            null,
            row.getString("invoice_id"),
            Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
            row.getString("match"),
            row.getObject("rank", Integer.class),
            Decision.valueOf(row.getString("decision")),
            rule(row.getString("rule")),
            row.getBigDecimal("confidence"),
            List.of((String[]) row.getArray("evidence").getArray())),
        row.getString("decided_by"),
        row.getObject("business_date", LocalDate.class));
  }

  private static @Nullable String name(@Nullable MatchRule rule) {
    return rule == null ? null : rule.name();
  }

  private static @Nullable MatchRule rule(@Nullable String name) {
    return name == null ? null : MatchRule.valueOf(name);
  }
}
