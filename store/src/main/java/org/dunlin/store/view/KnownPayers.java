package org.dunlin.store.view;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts that matching knows to pay for a customer, and by what. */
public final class KnownPayers {
  private final JdbcClient jdbc;

  KnownPayers(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /**
   * An account that is not among those of the customer's master data.
   *
   * @param proof the latest payment that proved it; absent where that was taken back since
   * @param deniedBy who said that it does not pay for the customer; absent where nobody did
   */
  public record Line(String account, @Nullable Proof proof, @Nullable String deniedBy) {}

  /**
   * A payment that proved it.
   *
   * @param payer as the bank names the other party
   * @param rule by which it was allocated; absent where a person or a program did that
   * @param by who allocated it
   */
  public record Proof(
      UUID paymentId,
      LocalDate booked,
      @Nullable String payer,
      Decision decision,
      @Nullable MatchRule rule,
      String by) {}

  /** Those of a customer and of all who are one with it, by account. */
  public List<Line> of(String companyId, UUID customerId) {
    return jdbc.sql(
            """
            with one as (
              select leader_of(:company, :customer) as customer_id
              union select customer_id from customer_link
                     where company_id = :company and leader_id = leader_of(:company, :customer)),
            proof as (
              select distinct on (l.payer) l.payer, a.payment_id, a.decision, a.rule, a.decided_by,
                     p.booking_date, p.record ->> 'payerName' as name
                from invoice i
                join allocation a using (company_id, invoice_id)
                join payer_lesson l using (company_id, allocation_id)
                join payment p using (company_id, payment_id)
               where i.company_id = :company and i.customer_id in (table one) and a.undone_by is null
                 and a.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
               order by l.payer, l.allocation_id desc),
            denial as (
              select distinct on (payer) payer, denied_by from payer_denial
               where company_id = :company and customer_id in (table one)
               order by payer, denied_at desc)
            select payer, p.payment_id, p.decision, p.rule, p.decided_by, p.booking_date, p.name, d.denied_by
              from proof p full join denial d using (payer)
             where not exists (select from customer c
                                where c.company_id = :company and c.customer_id in (table one)
                                  and c.record -> 'ibans' @> to_jsonb(payer))
             order by payer
            """)
        .param("company", companyId)
        .param("customer", customerId)
        .query(
            (row, number) ->
                new Line(row.getString("payer"), proof(row), row.getString("denied_by")))
        .list();
  }

  private static @Nullable Proof proof(ResultSet row) throws SQLException {
    UUID payment = row.getObject("payment_id", UUID.class);
    if (payment == null) {
      return null;
    }
    String rule = row.getString("rule");
    return new Proof(
        payment,
        row.getObject("booking_date", LocalDate.class),
        row.getString("name"),
        Decision.valueOf(row.getString("decision")),
        rule == null ? null : MatchRule.valueOf(rule),
        row.getString("decided_by"));
  }
}
