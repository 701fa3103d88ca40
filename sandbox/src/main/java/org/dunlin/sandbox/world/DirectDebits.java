package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The company's direct debits: collected on the due date; one in twenty comes back. */
final class DirectDebits {
  private static final int DAYS_UNTIL_RETURNED = 3;
  private static final int ONE_COMES_BACK_OF = 20;

  private final Debts debts;
  private final List<Returning> returning = new ArrayList<>();
  private int collections;

  DirectDebits(Debts debts) {
    this.debts = debts;
  }

  /**
   * A collection that comes back.
   *
   * @param place its place in the batch of its day
   * @param bankReference of the collection; null until it is booked
   */
  private record Returning(
      Debt debt, Movement collected, int place, LocalDate on, @Nullable String bankReference) {
    Returning bookedAs(String reference) {
      return new Returning(debt, collected, place, on, reference);
    }
  }

  /** What is collected on a banking day, booked as one batch; may be empty. */
  List<Movement> collect(LocalDate day) {
    List<Movement> batch = new ArrayList<>();
    for (Debt debt : debts.all()) {
      Document invoice = debt.invoice();
      boolean due = !invoice.due().isAfter(day) && debt.untouched();
      if (invoice.debtor().habit() == Habit.DIRECT_DEBIT && due) {
        Movement movement = collection(debt);
        if (collections++ % ONE_COMES_BACK_OF == 0) {
          LocalDate on = BankingDays.after(day, DAYS_UNTIL_RETURNED);
          returning.add(new Returning(debt, movement, batch.size(), on, null));
        }
        batch.add(movement);
      }
    }
    return batch;
  }

  /** Tells the bank's references of what was collected, so that a return can name its own. */
  void booked(Entry entry) {
    returning.replaceAll(
        back ->
            back.bankReference() == null ? back.bookedAs(entry.bankReference(back.place())) : back);
  }

  /** What comes back on a banking day; may be empty. */
  List<Movement> returned(LocalDate day) {
    List<Movement> movements = new ArrayList<>();
    for (Returning back : returning) {
      if (day.equals(back.on()) && back.bankReference() != null) {
        back.debt().unpaid(back.collected().amount());
        movements.add(returned(back.collected(), back.bankReference()));
      }
    }
    return movements;
  }

  private static Movement collection(Debt debt) {
    Document invoice = debt.invoice();
    Portion portion = new Portion(invoice.number(), debt.remaining());
    debt.paid(debt.remaining());
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
