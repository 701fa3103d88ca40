package org.dunlin.store.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What settles without money, each with the allocation that it was decided with. */
public final class Adjustments {
  private static final String STANDING = " and ended is null";

  private final JdbcClient jdbc;

  /** The adjustments of this database. */
  public Adjustments(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An adjustment with its id.
   *
   * @param ended how it ended; absent while it stands
   */
  public record Stored(
      UUID id,
      Adjustment adjustment,
      String decidedBy,
      LocalDate businessDate,
      @Nullable End ended) {}

  /** How one ended. */
  public enum End {
    /** With its allocation. */
    TAKEN_BACK,
    /** The source left no room for it, since it shows as much itself. */
    SHOWN,
    /** To a fact of the source that does not show it; it stands again with its allocation. */
    GAVE_WAY
  }

  /** Adds one; its claim on the invoice is the caller's. */
  public UUID add(
      String companyId, UUID allocationId, Adjustment said, String decidedBy, LocalDate today) {
    UUID id = Ids.next();
    String payment = said.paymentId();
    jdbc.sql(
            """
            insert into adjustment (company_id, adjustment_id, allocation_id, payment_id, invoice_id, amount,
                                    currency, reason, match, decided_at, decided_by, business_date)
            values (:company, :id, :allocation, :payment, :invoice, :amount, :currency, :reason, :match,
                    now(), :by, :date)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("allocation", allocationId)
        .param("payment", payment == null ? null : UUID.fromString(payment))
        .param("invoice", UUID.fromString(said.invoiceId()))
        .param("amount", said.amount().getAmount())
        .param("currency", said.amount().getCurrencyUnit().getCode())
        .param("reason", said.reason().name())
        .param("match", said.match())
        .param("by", decidedBy)
        .param("date", today)
        .update();
    return id;
  }

  /** Those that stand with an allocation. */
  public List<Stored> standingWith(String companyId, UUID allocationId) {
    return of(companyId, "allocation_id", allocationId, STANDING);
  }

  /** Those that settled with an allocation and count still, though its source may show them. */
  public List<Stored> settledWith(String companyId, UUID allocationId) {
    return of(companyId, "allocation_id", allocationId, " and (ended is null or ended = 'SHOWN')");
  }

  /** Those of an invoice that gave way and whose allocation stands now, the youngest first. */
  public List<Stored> standingAgainOn(String companyId, UUID invoiceId) {
    return of(
        companyId,
        "invoice_id",
        invoiceId,
        " and ended = 'GAVE_WAY' and allocation_id in (select a.allocation_id from allocation a"
            + " where a.company_id = :company and a.invoice_id = :id and a.undone_by is null"
            + " and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED'))");
  }

  /** Those that stand on an invoice, the youngest first. */
  public List<Stored> standingOn(String companyId, UUID invoiceId) {
    return of(companyId, "invoice_id", invoiceId, STANDING);
  }

  /** All of an invoice, the youngest first. */
  public List<Stored> ofInvoice(String companyId, UUID invoiceId) {
    return of(companyId, "invoice_id", invoiceId, "");
  }

  /** All of a payment, the youngest first. */
  public List<Stored> ofPayment(String companyId, UUID paymentId) {
    return of(companyId, "payment_id", paymentId, "");
  }

  private List<Stored> of(String companyId, String column, UUID id, String how) {
    return jdbc.sql(
            "select * from adjustment where company_id = :company and "
                + column
                + " = :id"
                + how
                + " order by adjustment_id desc")
        .param("company", companyId)
        .param("id", id)
        .query(Adjustments::row)
        .list();
  }

  /**
   * What was settled without money with these allocations, by invoice: as the hub recorded it,
   * unless it was taken back, or as the program did that booked them; where both say something, it
   * is one and the same.
   */
  public Map<String, Money> settledWith(String companyId, Collection<UUID> allocationIds) {
    Map<String, Money> settled = new HashMap<>();
    jdbc.sql(
            """
            select invoice_id, currency, max(amount) as amount
              from (select invoice_id, currency, sum(amount) as amount
                      from adjustment
                     where company_id = :company and allocation_id = any(:ids)
                       and (ended is null or ended = 'SHOWN')
                     group by 1, 2
                    union all
                    select a.invoice_id, b.currency, sum(b.amount)
                      from allocation a
                      join invoice i using (company_id, invoice_id)
                      join booking_adjustment b on b.company_id = a.company_id
                           and b.connection_id = a.booking_connection and b.payment = a.booking_id
                           and (b.invoice = i.source_id and b.connection_id = i.connection_id
                                or exists (select 1 from invoice_source s
                                            where s.company_id = a.company_id
                                              and s.connection_id = b.connection_id
                                              and s.source_id = b.invoice
                                              and s.invoice_id = a.invoice_id))
                     where a.company_id = :company and a.allocation_id = any(:ids)
                     group by 1, 2) said
             group by 1, 2
            """)
        .param("company", companyId)
        .param("ids", allocationIds.toArray(UUID[]::new))
        .query(
            row -> {
              settled.put(
                  row.getString("invoice_id"),
                  Money.of(
                      CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")));
            });
    return settled;
  }

  /** Ends one that stands; its claim on the invoice is the caller's. */
  public void end(String companyId, UUID adjustmentId, End how) {
    jdbc.sql(
            "update adjustment set ended = :how where company_id = :company"
                + " and adjustment_id = :id and ended is null")
        .param("how", how.name())
        .param("company", companyId)
        .param("id", adjustmentId)
        .update();
  }

  /** Lets one stand again that gave way; its claim on the invoice is the caller's. */
  public void reopen(String companyId, UUID adjustmentId) {
    jdbc.sql(
            "update adjustment set ended = null where company_id = :company"
                + " and adjustment_id = :id and ended = 'GAVE_WAY'")
        .param("company", companyId)
        .param("id", adjustmentId)
        .update();
  }

  /** The adjustment of a row of the table. */
  public static Stored row(ResultSet row, int number) throws SQLException {
    String ended = row.getString("ended");
    return new Stored(
        row.getObject("adjustment_id", UUID.class),
        new Adjustment(
            row.getString("payment_id"),
            row.getString("invoice_id"),
            Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
            AdjustmentReason.valueOf(row.getString("reason")),
            row.getString("match")),
        row.getString("decided_by"),
        row.getObject("business_date", LocalDate.class),
        ended == null ? null : End.valueOf(ended));
  }
}
