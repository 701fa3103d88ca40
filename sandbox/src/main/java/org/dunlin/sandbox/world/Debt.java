package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** An invoice as its customer sees it: what is left of it, and what the customer plans to do. */
final class Debt {
  private final Document invoice;
  private final List<String> creditNotes = new ArrayList<>();
  private Money remaining;
  private @Nullable Intent next;
  private Money paidLast = Euro.ZERO;
  private int payments;
  private int reminders;

  Debt(Document invoice) {
    this.invoice = invoice;
    this.remaining = invoice.total();
  }

  Document invoice() {
    return invoice;
  }

  Money remaining() {
    return remaining;
  }

  @Nullable Intent next() {
    return next;
  }

  void plan(@Nullable Intent intent) {
    next = intent;
  }

  int payments() {
    return payments;
  }

  int reminders() {
    return reminders;
  }

  void reminded() {
    reminders++;
  }

  List<String> creditNotes() {
    return creditNotes;
  }

  Money paidLast() {
    return paidLast;
  }

  boolean untouched() {
    return payments == 0 && creditNotes.isEmpty();
  }

  /** Whether a credit note now would meet an invoice that nobody has begun to pay. */
  boolean creditable(LocalDate day) {
    boolean soonPaid = next != null && !next.on().isAfter(day.plusDays(1));
    boolean fresh = !invoice.issued().isBefore(day.minusDays(6)) && invoice.issued().isBefore(day);
    return switch (invoice.debtor().habit()) {
      case PROMPT, SLOW, AFTER_REMINDER -> fresh && untouched() && !soonPaid;
      case PART_PAYER,
          JOINS,
          FORGETS_REFERENCE,
          DOUBLE_PAYER,
          MISTYPES,
          OVERPAYS,
          BY_THIRD_PARTY,
          DIRECT_DEBIT,
          TAKES_DISCOUNT,
          DEDUCTS_TOO_LATE,
          IN_INSTALMENTS,
          CONTESTS,
          NEVER,
          GONE ->
          false;
    };
  }

  /** Whether the discount was deducted in time and is not credited yet. */
  boolean discountTaken() {
    return invoice.debtor().habit() == Habit.TAKES_DISCOUNT
        && payments > 0
        && creditNotes.isEmpty()
        && remaining.isPositive();
  }

  void paid(Money amount) {
    remaining = remaining.minus(amount);
    paidLast = amount;
    payments++;
    next = null;
  }

  /** A collection came back. */
  void unpaid(Money amount) {
    remaining = remaining.plus(amount);
  }

  void credited(Document creditNote) {
    remaining = remaining.minus(creditNote.total());
    creditNotes.add(creditNote.number());
  }
}
