package org.dunlin.store.record;

import static org.dunlin.store.record.Filter.date;
import static org.dunlin.store.record.Filter.id;
import static org.dunlin.store.record.Filter.text;
import static org.dunlin.store.record.Filter.word;

import java.util.List;
import javax.sql.DataSource;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.dunlin.store.StoredRecord;
import org.dunlin.store.inbox.DeliveryState;
import org.dunlin.store.journal.Journal;
import org.dunlin.store.ledger.Adjustments;
import org.dunlin.store.ledger.Allocations;
import org.dunlin.store.ledger.Identities;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectRows;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.view.Deliveries;
import org.dunlin.store.view.Questions;
import org.springframework.jdbc.core.RowMapper;

/** All lists of one database. */
public record Records(
    Listing<Customer> customers,
    Listing<Invoice> invoices,
    Listing<Payment> payments,
    Listing<Statement> statements,
    Listing<Allocations.Stored> allocations,
    Listing<Adjustments.Stored> adjustments,
    Listing<Action> actions,
    Listing<Effect> messages,
    Listing<Deliveries.Line> deliveries,
    Listing<Journal.Entry> journal,
    Listing<Questions.Line> questions,
    Talk talk,
    Pay pay) {

  /** A message with its content has up to some hundred kilobytes. */
  private static final int MOST_MESSAGES = 50;

  private static final String ACCOUNT = "account_key = :account";

  /** The lists over a pool. */
  public static Records over(DataSource pool, CustomerKeys keys, Journal journal) {
    return new Records(
        customers(pool),
        invoices(pool),
        payments(pool),
        statements(pool),
        allocations(pool),
        adjustments(pool),
        actions(pool),
        messages(pool, keys),
        deliveries(pool),
        journal(pool, journal),
        questions(pool),
        Talk.over(pool, keys),
        Pay.over(pool));
  }

  private static Listing<Customer> customers(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("customer", "record", "customer_id"),
        stored(Customer.class),
        text("number", "the customer number of the source", "record ->> 'number' = :number"),
        text("connection", "those that this connection brought", "connection_id = :connection"),
        text("sourceId", "the id at the source", "source_id = :sourceId"));
  }

  private static Listing<Invoice> invoices(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("invoice", "record", "invoice_id"),
        stored(Invoice.class),
        id("customer", "of this customer", "customer_id"),
        word("kind", InvoiceKind.class, "invoices, or credit notes", "kind"),
        word("status", InvoiceStatus.class, "in this status", "status"),
        text(
            "number",
            "with this number",
            "(lower(number) collate \"C\") = lower(:number) and number = :number"),
        date("dueFrom", "due on this day or later", "due_date >= :dueFrom"),
        date("dueTo", "due on this day or earlier", "due_date <= :dueTo"),
        text("connection", "those that this connection brought", "connection_id = :connection"),
        text("sourceId", "the id at the source", "source_id = :sourceId"));
  }

  private static Listing<Payment> payments(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("payment", "record", "payment_id"),
        stored(Payment.class),
        word("kind", PaymentKind.class, "of this kind", "kind"),
        word("direction", Direction.class, "that came in, or went out", "direction"),
        text("account", "on this account of the company, by its IBAN", ACCOUNT),
        date("bookedFrom", "booked on this day or later", "booking_date >= :bookedFrom"),
        date("bookedTo", "booked on this day or earlier", "booking_date <= :bookedTo"),
        new Filter(
            "unallocated",
            Filter.Kind.TRUTH,
            List.of(),
            "of which something is left to allocate; with false, of which nothing is",
            "claimed + returned < amount"));
  }

  private static Listing<Statement> statements(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("statement", "record", "statement_id"),
        stored(Statement.class),
        text("account", "of this account of the company, by its IBAN", ACCOUNT),
        date("from", "that end on this day or later", "to_date >= :from"),
        date("to", "that begin on this day or earlier", "from_date <= :to"));
  }

  private static Listing<Allocations.Stored> allocations(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("allocation", "*", "allocation_id"),
        Allocations::row,
        id("payment", "of this payment", "payment_id"),
        id("creditNote", "of this credit note", "credit_note_id"),
        id("invoice", "on this invoice", "invoice_id"),
        word("decision", Decision.class, "that go so far", "decision"));
  }

  private static Listing<Adjustments.Stored> adjustments(DataSource pool) {
    return new Listing<>(
        pool,
        Rows.of("adjustment", "*", "adjustment_id"),
        Adjustments::row,
        id("payment", "decided with this payment", "payment_id"),
        id("invoice", "on this invoice", "invoice_id"),
        word("reason", AdjustmentReason.class, "for this reason", "reason"),
        new Filter(
            "standing",
            Filter.Kind.TRUTH,
            List.of(),
            "that stand; with false, that were taken back, gave way or that the source shows"
                + " itself",
            "ended is null"));
  }

  private static Listing<Action> actions(DataSource pool) {
    return new Listing<>(
        pool,
        new Rows("record", "action", "action", "action_id", true, true),
        stored(Action.class),
        id("customer", "for this customer", "customer_id"),
        word("state", ActionState.class, "in this state", "state"),
        date("from", "of this business date or later", "on_date >= :from"),
        date("to", "of this business date or earlier", "on_date <= :to"));
  }

  private static Listing<Effect> messages(DataSource pool, CustomerKeys keys) {
    EffectRows rows = new EffectRows(keys);
    return new Listing<>(
        pool,
        Rows.of("effect", EffectRows.COLUMNS, "effect_id"),
        (row, number) -> rows.effect(row),
        MOST_MESSAGES,
        id("customer", "that concern this customer", "customer_id"),
        text("action", "that carry out this action", "action_id = :action"),
        word("kind", EffectKind.class, "of this kind", "kind"),
        word("state", EffectState.class, "in this state", "state"));
  }

  private static Listing<Deliveries.Line> deliveries(DataSource pool) {
    return new Listing<>(
        pool,
        new Rows(Deliveries.COLUMNS, "delivery d", "d", "delivery_id", false, false),
        Deliveries::line,
        text("connection", "that came by this connection", "connection_id = :connection"),
        word("state", DeliveryState.class, "in this state", "state"));
  }

  private static Listing<Journal.Entry> journal(DataSource pool, Journal journal) {
    return new Listing<>(
        pool,
        new Rows(Journal.COLUMNS, Journal.ROWS, "j", "journal_id", false, false),
        (row, number) -> journal.entry(row),
        id("customer", "about this customer, its documents or its reminders", "j.customer_id"),
        text(
            "subjectKind",
            "about a thing of this kind, such as invoice",
            "subject_kind = :subjectKind"),
        text("subjectId", "about the thing with this id", "subject_id = :subjectId"));
  }

  private static Listing<Questions.Line> questions(DataSource pool) {
    return new Listing<>(
        pool,
        new Rows(Questions.COLUMNS, Questions.ROWS, "q", "question_id", false, false),
        Questions::line,
        word("kind", Identities.Kind.class, "about records of this kind", "q.kind"),
        word("state", Identities.State.class, "in this state", "q.state"));
  }

  private static <T extends CanonicalRecord> RowMapper<T> stored(Class<T> type) {
    return (row, number) -> StoredRecord.of(row.getString("record"), type);
  }
}
