package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company's direct debits: collected on the due date; the very first one comes back. */
final class DirectDebits {
  private static final int DAYS_UNTIL_RETURNED = 3;

  private final Debts debts;
  private @Nullable Debt returning;
  private @Nullable Movement toReturn;
  private @Nullable LocalDate returnOn;

  DirectDebits(Debts debts) {
    this.debts = debts;
  }

  /** What is collected on a banking day, booked as one batch; may be empty. */
  List<Movement> collect(LocalDate day) {
    List<Movement> batch = new ArrayList<>();
    for (Debt debt : debts.all()) {
      Document invoice = debt.invoice();
      boolean due = !invoice.due().isAfter(day) && debt.untouched();
      if (invoice.debtor().habit() == Habit.DIRECT_DEBIT && due) {
        batch.add(collection(debt, day));
      }
    }
    return batch;
  }

  /** Tells the bank's reference of what was collected, so that a return can name it. */
  void booked(Entry entry) {
    Movement first = entry.movements().getFirst();
    if (returning != null && toReturn == null) {
      toReturn = returned(first, entry.bankReference(0));
    }
  }

  /** What comes back on a banking day; may be empty. */
  List<Movement> returned(LocalDate day) {
    Debt debt = returning;
    Movement movement = toReturn;
    if (debt == null || movement == null || !day.equals(returnOn)) {
      return List.of();
    }
    debt.unpaid(movement.amount());
    return List.of(movement);
  }

  private Movement collection(Debt debt, LocalDate day) {
    Document invoice = debt.invoice();
    Portion portion = new Portion(invoice.number(), debt.remaining());
    debt.paid(debt.remaining());
    if (returnOn == null) {
      returning = debt;
      returnOn = BankingDays.after(day, DAYS_UNTIL_RETURNED);
    }
    return new Movement(
        BankCode.COLLECTION,
        portion.amount(),
        invoice.debtor().payer(),
        Remittance.text("Incasso factuur " + invoice.number()),
        "INC-" + invoice.number(),
        invoice.debtor().mandate(),
        List.of(portion),
        null);
  }

  private static Movement returned(Movement collected, String bankReference) {
    return new Movement(
        BankCode.COLLECTION_RETURNED,
        collected.amount(),
        collected.other(),
        collected.remittance(),
        collected.endToEndId(),
        collected.mandate(),
        List.of(),
        bankReference);
  }
}
