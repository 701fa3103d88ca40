package org.dunlin.store.ledger;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.matching.Refunds.Credit;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.StoredRecord;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is given back of credit notes, and what a person lets the bank give back of them. */
public final class CreditNoteRefunds {
  private static final String NOTES =
      """
      select i.record, i.claimed, leader_of(i.company_id, i.customer_id) as leader, o.*
        from invoice i
        left join refund_order o on o.company_id = i.company_id and o.credit_note_id = i.invoice_id
                                and o.state = 'OPEN'
       where i.company_id = :company and i.kind = 'CREDIT_NOTE' and i.status = 'OPEN'
         and i.claimed - coalesce(o.amount, 0) < i.outstanding
      """;

  private final JdbcClient jdbc;

  CreditNoteRefunds(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** Where an order of a person stands. */
  public enum OrderState {
    /** The money is to leave. */
    OPEN,
    /** It was seen to have left. */
    LEFT,
    /** It does not leave, or the source shows it. */
    ENDED
  }

  /**
   * What a person lets the bank give back.
   *
   * @param iban to which it goes; absent where none is known
   */
  public record Order(
      UUID id,
      UUID creditNote,
      UUID customer,
      Money amount,
      @Nullable String iban,
      OrderState state,
      String by,
      LocalDate on) {

    /** What the bank passes on with the money (end-to-end id). */
    public String reference() {
      return id.toString().replace("-", "");
    }
  }

  /**
   * A credit note that is not given back yet.
   *
   * @param left of it, with what is ordered to leave
   * @param order by which it is to leave; absent where nobody has ordered it
   */
  public record OpenNote(Invoice note, Money left, UUID customer, @Nullable Order order) {

    /** What matching compares with money that left. */
    public Credit asCredit() {
      String iban = order == null ? null : order.iban();
      return Credit.of(
          note,
          left,
          customer.toString(),
          iban == null ? null : AccountId.ofIban(iban),
          order == null ? null : order.reference());
    }
  }

  /**
   * What takes something of a credit note.
   *
   * @param kind where it is kept
   */
  public record Claim(String kind, UUID id, Money amount) {}

  /** Those of which something is left, the last issued first. */
  List<OpenNote> open(String companyId, int most) {
    return jdbc.sql(NOTES + " order by i.issue_date desc, i.invoice_id limit :most")
        .param("company", companyId)
        .param("most", most)
        .query(CreditNoteRefunds::note)
        .list();
  }

  /** One of which something is left. */
  public Optional<OpenNote> find(String companyId, UUID creditNote) {
    return jdbc.sql(NOTES + " and i.invoice_id = :id")
        .param("company", companyId)
        .param("id", creditNote)
        .query(CreditNoteRefunds::note)
        .optional();
  }

  /** Holds one until the transaction ends. */
  public void lock(String companyId, UUID creditNote) {
    jdbc.sql(
            "select invoice_id from invoice where company_id = :company and invoice_id = :id"
                + " and kind = 'CREDIT_NOTE' for no key update")
        .param("company", companyId)
        .param("id", creditNote)
        .query(row -> {}); // what it says is read once it is held
  }

  /**
   * Takes an amount of one, which ends its order: that was to give just this back. False, and
   * nothing taken, where less is left.
   */
  public boolean take(String companyId, UUID creditNote, BigDecimal amount) {
    lock(companyId, creditNote);
    Optional<OpenNote> note = find(companyId, creditNote);
    if (note.isEmpty() || note.get().left().getAmount().compareTo(amount) < 0) {
      return false;
    }
    Order order = note.get().order();
    if (order != null) {
      end(companyId, order.id(), OrderState.LEFT);
      giveBack(companyId, creditNote, order.amount().getAmount());
    }
    claim(companyId, creditNote, amount);
    return true;
  }

  private void claim(String companyId, UUID creditNote, BigDecimal amount) {
    jdbc.sql(
            "update invoice set claimed = claimed + :amount"
                + " where company_id = :company and invoice_id = :id and kind = 'CREDIT_NOTE'")
        .param("amount", amount)
        .param("company", companyId)
        .param("id", creditNote)
        .update();
  }

  /** Gives back what was taken of one; nothing where the id is of no credit note. */
  public void giveBack(String companyId, UUID creditNote, BigDecimal amount) {
    claim(companyId, creditNote, amount.negate());
  }

  /**
   * Lets all that is left of one leave, by the bank; false where that is ordered, or nothing is
   * left.
   */
  public boolean order(
      String companyId, UUID id, OpenNote note, @Nullable String iban, String by, LocalDate today) {
    if (note.order() != null) {
      return false;
    }
    UUID creditNote = UUID.fromString(note.note().id());
    jdbc.sql(
            """
            insert into refund_order (company_id, order_id, credit_note_id, customer_id, amount, currency,
                                      iban, state, ordered_by, ordered_on)
            values (:company, :id, :note, :customer, :amount, :currency, :iban, 'OPEN', :by, :on)
            """)
        .param("company", companyId)
        .param("id", id)
        .param("note", creditNote)
        .param("customer", note.customer())
        .param("amount", note.left().getAmount())
        .param("currency", note.left().getCurrencyUnit().getCode())
        .param("iban", iban)
        .param("by", by)
        .param("on", today)
        .update();
    claim(companyId, creditNote, note.left().getAmount());
    return true;
  }

  /** Says that what was ordered does not leave; false where nothing is ordered any more. */
  public boolean withdraw(String companyId, UUID creditNote) {
    Optional<Order> order = latest(companyId, creditNote);
    if (order.isEmpty() || !end(companyId, order.get().id(), OrderState.ENDED)) {
      return false;
    }
    giveBack(companyId, creditNote, order.get().amount().getAmount());
    return true;
  }

  private boolean end(String companyId, UUID order, OrderState how) {
    return jdbc.sql(
                "update refund_order set state = :state"
                    + " where company_id = :company and order_id = :id and state = 'OPEN'")
            .param("state", how.name())
            .param("company", companyId)
            .param("id", order)
            .update()
        == 1;
  }

  /** The latest order of one. */
  public Optional<Order> latest(String companyId, UUID creditNote) {
    return jdbc.sql(
            "select * from refund_order where company_id = :company and credit_note_id = :note"
                + " order by order_id desc limit 1")
        .param("company", companyId)
        .param("note", creditNote)
        .query(CreditNoteRefunds::order)
        .optional();
  }

  /** What takes something of one, the youngest first. */
  public List<Claim> claims(String companyId, UUID creditNote) {
    return jdbc.sql(
            """
            select c.*, i.currency from credit_note_claim c
              join invoice i on i.company_id = c.company_id and i.invoice_id = c.credit_note_id
             where c.company_id = :company and c.credit_note_id = :note order by c.claim_id desc
            """)
        .param("company", companyId)
        .param("note", creditNote)
        .query(
            (row, number) ->
                new Claim(
                    row.getString("kind"), row.getObject("claim_id", UUID.class), amount(row)))
        .list();
  }

  /** Lets one take nothing any more, since the source of the credit note leaves no room for it. */
  public void release(String companyId, UUID creditNote, Claim claim) {
    String statement =
        switch (claim.kind()) {
          case "REFUND" ->
              "update refund set claims = false where company_id = :company and refund_id = :id";
          case "PROVIDER" ->
              "update provider_refund set claims = false"
                  + " where company_id = :company and refund_id = :id";
          default ->
              "update refund_order set state = 'ENDED' where company_id = :company and order_id = :id";
        };
    jdbc.sql(statement).param("company", companyId).param("id", claim.id()).update();
    giveBack(companyId, creditNote, claim.amount().getAmount());
  }

  /**
   * The accounts to which a customer's credit can go: those from which it paid lately, the latest
   * first, and those that its programs know.
   */
  public List<String> accounts(String companyId, UUID customer) {
    return jdbc.sql(
            """
            select iban from (
              select p.record ->> 'payerIban' as iban, max(p.booking_date) as day
                from invoice i
                join allocation l on l.company_id = i.company_id and l.invoice_id = i.invoice_id
                 and l.undone_by is null and l.decision in ('AUTOMATIC', 'CONFIRMED', 'MANUAL', 'BOOKED')
                join payment p on p.company_id = l.company_id and p.payment_id = l.payment_id
                 and p.direction = 'IN' and p.kind = 'TRANSFER'
               where i.company_id = :company and leader_of(i.company_id, i.customer_id) = :customer
               group by 1
              union all
              select a.iban, cast('-infinity' as date)
                from customer c, jsonb_array_elements_text(c.record -> 'ibans') a (iban)
               where c.company_id = :company and leader_of(c.company_id, c.customer_id) = :customer) known
             where iban is not null group by iban order by max(day) desc, iban limit 5
            """)
        .param("company", companyId)
        .param("customer", customer)
        .query(String.class)
        .list();
  }

  private static OpenNote note(ResultSet row, int number) throws SQLException {
    Invoice note = StoredRecord.of(row.getString("record"), Invoice.class);
    Money claimed = Money.of(note.currency(), row.getBigDecimal("claimed"));
    Order order = row.getString("order_id") == null ? null : order(row, number);
    Money left = note.outstanding().minus(claimed);
    return new OpenNote(
        note,
        order == null ? left : left.plus(order.amount()),
        row.getObject("leader", UUID.class),
        order);
  }

  private static Order order(ResultSet row, int number) throws SQLException {
    return new Order(
        row.getObject("order_id", UUID.class),
        row.getObject("credit_note_id", UUID.class),
        row.getObject("customer_id", UUID.class),
        amount(row),
        row.getString("iban"),
        OrderState.valueOf(row.getString("state")),
        row.getString("ordered_by"),
        row.getObject("ordered_on", LocalDate.class));
  }

  private static Money amount(ResultSet row) throws SQLException {
    return Money.of(CurrencyUnit.of(row.getString("currency")), row.getBigDecimal("amount"));
  }
}
