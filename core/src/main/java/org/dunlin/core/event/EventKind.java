package org.dunlin.core.event;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What programs may be told as it happens. */
public enum EventKind {
  /** An invoice or credit note is new. */
  INVOICE_ADDED("INVOICE_ADDED"),
  /** Something of an invoice is open after its due date. */
  INVOICE_OVERDUE,
  /** Nothing of an invoice is open any more. */
  INVOICE_SETTLED,
  /** Something of an invoice that was settled is open again. */
  INVOICE_REOPENED,
  /** A payment or credit note was applied to an invoice. */
  PAYMENT_MATCHED("ALLOCATED"),
  /** That was taken back, or is contradicted. */
  PAYMENT_UNMATCHED("ALLOCATION_UNDONE", "ALLOCATION_CONFLICT", "PAYMENT_RETURNED"),
  /** A reminder has left. */
  REMINDER_SENT("REMINDER_SENT"),
  /** A customer promised to pay. */
  PROMISE_MADE("PROMISE_MADE"),
  /** They did. */
  PROMISE_KEPT("PROMISE_KEPT"),
  /** They did not. */
  PROMISE_BROKEN("PROMISE_BROKEN"),
  /** A customer contests an amount. */
  DISPUTE_OPENED("DISPUTE_MADE"),
  /** It was accepted or rejected. */
  DISPUTE_DECIDED("DISPUTE_ACCEPTED", "DISPUTE_REJECTED"),
  /** A schedule was agreed on. */
  ARRANGEMENT_AGREED("ARRANGEMENT_AGREED"),
  /** It was not kept. */
  ARRANGEMENT_BROKEN("ARRANGEMENT_BROKEN"),
  /** A connection does not work as it should. */
  CONNECTION_FAILING,
  /** There is something new to do for a person. */
  TASK_ADDED,
  /** A person wants to see whether events arrive; nothing happened. */
  TEST;

  private final Set<String> noted;

  EventKind(String... noted) {
    this.noted = Set.of(noted);
  }

  /** As programs know it, such as {@code invoice.settled}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The kind of a word; empty where there is none. */
  public static Optional<EventKind> of(String word) {
    return Stream.of(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** The kind of which the journal tells by this event; empty where it tells of none. */
  public static Optional<EventKind> noted(String event) {
    return Stream.of(values()).filter(kind -> kind.noted.contains(event)).findFirst();
  }

  /** By which events the journal tells of it. */
  public Set<String> noted() {
    return noted;
  }

  /** All that somebody may choose to be told. */
  public static List<EventKind> choices() {
    return Arrays.stream(values()).filter(kind -> kind != TEST).toList();
  }
}
