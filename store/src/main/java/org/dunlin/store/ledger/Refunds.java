package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.store.Ids;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Money that left and gives a customer's credit back: other money, or a credit note. */
public final class Refunds {
  private static final String STANDING = "('AUTOMATIC', 'CONFIRMED', 'MANUAL')";

  private final JdbcClient jdbc;
  private final MoneyCredits money;
  private final CreditNoteRefunds notes;

  /** The refunds of this database. */
  public Refunds(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    money = new MoneyCredits(pool);
    notes = new CreditNoteRefunds(pool);
  }

  /** What is given back of credit notes. */
  public CreditNoteRefunds ofNotes() {
    return notes;
  }

  /**
   * A refund, found or suggested.
   *
   * @param paidOut the payment that left
   * @param credit the payment that had come in, or the credit note
   * @param creditNote the number of the credit note; absent where it was a payment
   * @param customerName whose it was
   * @param paidOutOn the day on which it left
   * @param creditOn the day on which it had come in, or the credit note was issued
   */
  public record Stored(
      UUID id,
      UUID paidOut,
      UUID credit,
      @Nullable String creditNote,
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

  /**
   * What customers have as credit, of money and credit notes not given back yet, the last first.
   */
  public List<Credit> credits(String companyId, int most) {
    List<Credit> credits = new ArrayList<>(money.credits(companyId, most));
    notes.open(companyId, most).forEach(note -> credits.add(note.asCredit()));
    return List.copyOf(credits);
  }

  /** What of one payment or credit note is a customer's; empty where nothing is. */
  public Optional<Credit> credit(String companyId, UUID id) {
    return money
        .credit(companyId, id)
        .or(() -> notes.find(companyId, id).map(CreditNoteRefunds.OpenNote::asCredit));
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
    if (!take(companyId, credit, "IN", amount) && !notes.take(companyId, credit, amount)) {
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

  /** Gives back what was taken of both sides. */
  public void giveBack(String companyId, UUID paidOut, UUID credit, BigDecimal amount) {
    giveBack(companyId, paidOut, amount);
    giveBack(companyId, credit, amount);
    notes.giveBack(companyId, credit, amount);
  }

  private void giveBack(String companyId, UUID payment, BigDecimal amount) {
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
    notes.lock(companyId, credit);
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
                 where company_id = :company and paid_out = :out
                   and coalesce(payment_id, credit_note_id) = :credit and decision = 'SUGGESTED'
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
            insert into refund (company_id, refund_id, paid_out, payment_id, credit_note_id, claims,
                                customer_id, amount, currency, decision, reasons, decided_at, decided_by,
                                business_date)
            select :company, :id, :out, p.payment_id, n.invoice_id,
                   n.invoice_id is not null and :decision in %s, :customer, :amount, :currency, :decision,
                   :reasons, now(), :by, :date
              from (select cast(:credit as uuid) as id) credit
              left join payment p on p.company_id = :company and p.payment_id = credit.id
              left join invoice n on n.company_id = :company and n.invoice_id = credit.id
            on conflict (company_id, paid_out, coalesce(payment_id, credit_note_id)) do update
               set amount = excluded.amount, decision = excluded.decision, reasons = excluded.reasons,
                   customer_id = excluded.customer_id, claims = excluded.claims,
                   decided_at = excluded.decided_at,
                   decided_by = excluded.decided_by, business_date = excluded.business_date
            %s
            returning refund_id
            """
                .formatted(STANDING, where))
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

  /** Forgets what is suggested of a payment or credit note, whichever side it is. */
  public void forgetSuggestedOf(String companyId, UUID payment) {
    jdbc.sql(
            "delete from refund where company_id = :company and decision = 'SUGGESTED'"
                + " and :id in (paid_out, payment_id, credit_note_id)")
        .param("company", companyId)
        .param("id", payment)
        .update();
  }

  /** The pairs that a person refused or undid. */
  public List<Stored> refused(String companyId) {
    return of(companyId, "r.decision = 'REFUSED' and cast(:id as uuid) is null", null);
  }

  /** What is said of a payment or credit note, whichever side it is, but what was refused. */
  public List<Stored> of(String companyId, UUID id) {
    return of(
        companyId,
        "r.decision <> 'REFUSED' and :id in (r.paid_out, r.payment_id, r.credit_note_id)",
        id);
  }

  /** One, whatever was said of it. */
  public Optional<Stored> find(String companyId, UUID refundId) {
    return of(companyId, "r.refund_id = :id", refundId).stream().findFirst();
  }

  private List<Stored> of(String companyId, String which, @Nullable UUID id) {
    return jdbc.sql(
            """
            select r.*, c.name, o.booking_date as out_on, n.number,
                   coalesce(p.booking_date, n.issue_date) as in_on,
                   coalesce(r.payment_id, r.credit_note_id) as credit
              from refund r
              join customer c on c.company_id = r.company_id and c.customer_id = r.customer_id
              join payment o on o.company_id = r.company_id and o.payment_id = r.paid_out
              left join payment p on p.company_id = r.company_id and p.payment_id = r.payment_id
              left join invoice n on n.company_id = r.company_id and n.invoice_id = r.credit_note_id
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
   * Takes one that stands back: both sides have what it took of them, and no rule joins the pair
   * again. False when it stands no more.
   */
  public boolean undo(String companyId, Stored refund, String by) {
    Optional<Boolean> claimed =
        jdbc.sql(
                """
                with was as (select refund_id, claims from refund
                              where company_id = :company and refund_id = :id and decision in %s for update)
                update refund r set decision = 'REFUSED', claims = false, decided_by = :by, decided_at = now()
                  from was where r.company_id = :company and r.refund_id = was.refund_id
                returning was.claims
                """
                    .formatted(STANDING))
            .param("by", by)
            .param("company", companyId)
            .param("id", refund.id())
            .query(Boolean.class)
            .optional();
    if (claimed.isEmpty()) {
      return false;
    }
    BigDecimal amount = refund.amount().getAmount();
    giveBack(companyId, refund.paidOut(), amount);
    giveBack(companyId, refund.credit(), amount);
    if (claimed.get()) {
      notes.giveBack(companyId, refund.credit(), amount);
    }
    return true;
  }

  private static Stored stored(ResultSet row, int number) throws SQLException {
    Array reasons = row.getArray("reasons");
    return new Stored(
        row.getObject("refund_id", UUID.class),
        row.getObject("paid_out", UUID.class),
        row.getObject("credit", UUID.class),
        row.getString("number"),
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
