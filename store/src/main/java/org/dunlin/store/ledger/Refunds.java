package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that left and gives a customer's credit back. */
public final class Refunds {
  private static final String STANDING = "('AUTOMATIC', 'CONFIRMED', 'MANUAL')";

  /**
   * Money that came in, of which something is left that is one customer's: as a person said, as it
   * names what this customer has settled, or as all that took of it are this customer's. What its
   * provider is giving back is none until that is told.
   */
  private static final String CREDITS =
      """
      select p.record, p.claimed, p.returned, coalesce(
               leader_of(p.company_id, p.credit_of),
               (select leader_of(i.company_id, i.customer_id)
                  from paid_again a join invoice i using (company_id, invoice_id)
                 where a.company_id = p.company_id and a.payment_id = p.payment_id),
               (select case when count(distinct leader_of(i.company_id, i.customer_id)) = 1
                            then (array_agg(leader_of(i.company_id, i.customer_id)))[1] end
                  from allocation l join invoice i using (company_id, invoice_id)
                 where l.company_id = p.company_id and l.payment_id = p.payment_id and l.undone_by is null
                   and l.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED'))) as customer
        from payment p
       where p.company_id = :company and p.direction = 'IN' and p.claimed + p.returned < p.amount
         and (p.set_aside_by is null or p.credit_of is not null) and p.opened = 0
         and coalesce(p.record ->> 'voided', 'false') = 'false'
         and not exists (select from provider_refund g
                          where g.company_id = p.company_id and g.payment_id = p.payment_id
                            and g.state <> 'REFUSED'
                            and not exists (select from payment b
                                             where b.company_id = g.company_id
                                               and b.entry_key = p.account_key || '/' || g.provider_refund))
      """;

  private final JdbcClient jdbc;

  /** The refunds of this database. */
  public Refunds(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What of a payment is a customer's and no invoice's. */
  public record OpenCredit(PaymentState payment, UUID customer) {}

  /**
   * A refund, found or suggested.
   *
   * @param paidOut the payment that left
   * @param credit the payment that had come in
   * @param customerName whose it was
   * @param paidOutOn the day on which it left
   * @param creditOn the day on which it had come in
   */
  public record Stored(
      UUID id,
      UUID paidOut,
      UUID credit,
      UUID customer,
      String customerName,
      Money amount,
      String decision,
      List<String> reasons,
      String decidedBy,
      LocalDate paidOutOn,
      LocalDate creditOn) {
    public Stored {
      reasons = List.copyOf(reasons);
    }

    /** Whether it counts. */
    public boolean stands() {
      return !decision.equals("SUGGESTED") && !decision.equals("REFUSED");
    }
  }

  /** One to be kept. */
  public record Said(
      UUID paidOut,
      UUID credit,
      UUID customer,
      Money amount,
      String decision,
      List<String> reasons) {
    public Said {
      reasons = List.copyOf(reasons);
    }
  }

  /** What customers have as credit, of money not refunded yet, the last first. */
  public List<OpenCredit> credits(String companyId, int most) {
    return jdbc.sql(
            "select * from ("
                + CREDITS
                + " order by p.booking_date desc, p.payment_id limit :looked) c"
                + " where customer is not null limit :most")
        .param("company", companyId)
        .param("looked", most * 10)
        .param("most", most)
        .query(Refunds::credit)
        .list();
  }

  /** What of one payment is a customer's; empty where nothing is. */
  public Optional<OpenCredit> credit(String companyId, UUID paymentId) {
    return jdbc.sql(
            "select * from (" + CREDITS + " and p.payment_id = :id) c where customer is not null")
        .param("company", companyId)
        .param("id", paymentId)
        .query(Refunds::credit)
        .optional();
  }

  private static OpenCredit credit(ResultSet row, int number) throws SQLException {
    return new OpenCredit(PaymentState.row(row, number), row.getObject("customer", UUID.class));
  }

  /** Money that left since a day, is no return and gives nothing back yet, the last first. */
  public List<PaymentState> outgoing(String companyId, LocalDate since, int most) {
    return jdbc.sql(
            """
            select record, claimed, returned from payment
             where company_id = :company and direction = 'OUT' and claimed + returned < amount
               and kind not in ('RETURN', 'FEE', 'PAYOUT', 'DIRECT_DEBIT') and booking_date >= :since
             order by booking_date desc, payment_id limit :most
            """)
        .param("company", companyId)
        .param("since", since)
        .param("most", most)
        .query(PaymentState::row)
        .list();
  }

  /** Takes an amount of both sides; false, and nothing taken, where less is left of one. */
  public boolean take(String companyId, UUID paidOut, UUID credit, BigDecimal amount) {
    if (!take(companyId, paidOut, "OUT", amount)) {
      return false;
    }
    if (!take(companyId, credit, "IN", amount)) {
      giveBack(companyId, paidOut, amount);
      return false;
    }
    return true;
  }

  private boolean take(String companyId, UUID payment, String direction, BigDecimal amount) {
    return jdbc.sql(
                """
                update payment set returned = returned + :amount
                 where company_id = :company and payment_id = :id and direction = :direction
                   and claimed + returned + :amount <= amount
                """)
            .param("amount", amount)
            .param("company", companyId)
            .param("id", payment)
            .param("direction", direction)
            .update()
        == 1;
  }

  /** Gives back what was taken of one side. */
  public void giveBack(String companyId, UUID payment, BigDecimal amount) {
    jdbc.sql(
            "update payment set returned = returned - :amount"
                + " where company_id = :company and payment_id = :id")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", payment)
        .update();
  }

  /**
   * Holds both sides until the transaction ends, the money that left first: who decides of a pair
   * decides after who was before, and reads what that one said.
   */
  public void lock(String companyId, UUID paidOut, UUID credit) {
    for (UUID payment : List.of(paidOut, credit)) {
      jdbc.sql(
              "select payment_id from payment where company_id = :company and payment_id = :id"
                  + " for no key update")
          .param("company", companyId)
          .param("id", payment)
          .query(row -> {}); // nothing of it is read before both are held
    }
  }

  /** Keeps what a person says, in place of what was said of the pair before. */
  public UUID keep(String companyId, Said said, String by, LocalDate today) {
    return keep(companyId, said, by, today, "").orElseThrow();
  }

  /**
   * Keeps what a rule found; empty, and nothing kept, where the pair stands or a person refused it
   * meanwhile.
   */
  public Optional<UUID> keepFound(String companyId, Said said, String by, LocalDate today) {
    return keep(companyId, said, by, today, "where refund.decision = 'SUGGESTED'");
  }

  /** Says that a suggested one is none; false where it is not suggested, or not any more. */
  public boolean refuse(String companyId, UUID paidOut, UUID credit, String by, LocalDate today) {
    return jdbc.sql(
                """
                update refund set decision = 'REFUSED', decided_by = :by, decided_at = now(),
                                  business_date = :date
                 where company_id = :company and paid_out = :out and payment_id = :credit
                   and decision = 'SUGGESTED'
                """)
            .param("by", by)
            .param("date", today)
            .param("company", companyId)
            .param("out", paidOut)
            .param("credit", credit)
            .update()
        == 1;
  }

  private Optional<UUID> keep(
      String companyId, Said said, String by, LocalDate today, String where) {
    return jdbc.sql(
            """
            insert into refund (company_id, refund_id, paid_out, payment_id, customer_id, amount, currency,
                                decision, reasons, decided_at, decided_by, business_date)
            values (:company, :id, :out, :credit, :customer, :amount, :currency, :decision, :reasons, now(),
                    :by, :date)
            on conflict (company_id, paid_out, payment_id) do update
               set amount = excluded.amount, decision = excluded.decision, reasons = excluded.reasons,
                   customer_id = excluded.customer_id, decided_at = excluded.decided_at,
                   decided_by = excluded.decided_by, business_date = excluded.business_date
            %s
            returning refund_id
            """
                .formatted(where))
        .param("company", companyId)
        .param("id", Ids.next())
        .param("out", said.paidOut())
        .param("credit", said.credit())
        .param("customer", said.customer())
        .param("amount", said.amount().getAmount())
        .param("currency", said.amount().getCurrencyUnit().getCode())
        .param("decision", said.decision())
        .param("reasons", said.reasons().toArray(String[]::new))
        .param("by", by)
        .param("date", today)
        .query(UUID.class)
        .optional();
  }

  /** Forgets what is suggested but these. */
  public void forgetSuggested(String companyId, Collection<UUID> but) {
    jdbc.sql(
            "delete from refund where company_id = :company and decision = 'SUGGESTED'"
                + " and not refund_id = any(:but)")
        .param("company", companyId)
        .param("but", but.toArray(UUID[]::new))
        .update();
  }

  /** Forgets what is suggested of a payment, whichever side it is. */
  public void forgetSuggestedOf(String companyId, UUID payment) {
    jdbc.sql(
            "delete from refund where company_id = :company and decision = 'SUGGESTED'"
                + " and (paid_out = :id or payment_id = :id)")
        .param("company", companyId)
        .param("id", payment)
        .update();
  }

  /** The pairs that a person refused or undid. */
  public List<Stored> refused(String companyId) {
    return of(companyId, "r.decision = 'REFUSED' and cast(:id as uuid) is null", null);
  }

  /** What is said of a payment, whichever side it is, but what was refused. */
  public List<Stored> of(String companyId, UUID payment) {
    return of(
        companyId, "r.decision <> 'REFUSED' and (r.paid_out = :id or r.payment_id = :id)", payment);
  }

  /** One, whatever was said of it. */
  public Optional<Stored> find(String companyId, UUID refundId) {
    return of(companyId, "r.refund_id = :id", refundId).stream().findFirst();
  }

  private List<Stored> of(String companyId, String which, @Nullable UUID id) {
    return jdbc.sql(
            """
            select r.*, c.name, o.booking_date as out_on, p.booking_date as in_on
              from refund r
              join customer c on c.company_id = r.company_id and c.customer_id = r.customer_id
              join payment o on o.company_id = r.company_id and o.payment_id = r.paid_out
              join payment p on p.company_id = r.company_id and p.payment_id = r.payment_id
             where r.company_id = :company and %s
             order by r.refund_id
            """
                .formatted(which))
        .param("company", companyId)
        .param("id", id, Types.OTHER)
        .query(Refunds::stored)
        .list();
  }

  /**
   * Notes that one that stands was undone, and that no rule joins the pair again; false when it
   * stands no more.
   */
  public boolean undo(String companyId, UUID refundId, String by) {
    return jdbc.sql(
                "update refund set decision = 'REFUSED', decided_by = :by, decided_at = now()"
                    + " where company_id = :company and refund_id = :id and decision in "
                    + STANDING)
            .param("by", by)
            .param("company", companyId)
            .param("id", refundId)
            .update()
        == 1;
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    Array reasons = row.getArray("reasons");
    return new Stored(
        row.getObject("refund_id", UUID.class),
        row.getObject("paid_out", UUID.class),
        row.getObject("payment_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        row.getString("name"),
        Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount")),
        row.getString("decision"),
        Arrays.asList((String[]) reasons.getArray()),
        row.getString("decided_by"),
        row.getObject("out_on", LocalDate.class),
        row.getObject("in_on", LocalDate.class));
  }
}
