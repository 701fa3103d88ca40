package org.dunlin.sandbox.program.books;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;

/** What each contact owes, less what is owed to it. */
public final class Debts {
  private final Map<UUID, Money> open = new LinkedHashMap<>();
  private final Map<UUID, Money> overdue = new LinkedHashMap<>();

  private Debts() {}

  /** As these documents stand on a day; whoever owes nothing is left out. */
  public static Debts of(Iterable<SalesDocument> documents, Sums sums, LocalDate today) {
    Debts debts = new Debts();
    for (SalesDocument document : documents) {
      Money left = sums.open(document);
      Money amount = document.isInvoice() ? left : left.negated();
      LocalDate due = document.draft().due();
      if (!amount.isZero()) {
        debts.open.merge(document.draft().contact(), amount, Money::plus);
        if (due != null && due.isBefore(today)) {
          debts.overdue.merge(document.draft().contact(), amount, Money::plus);
        }
      }
    }
    return debts;
  }

  /** By contact, in the order of their first document. */
  public Map<UUID, Money> open() {
    return open;
  }

  /** What of it is past its due date. */
  public Map<UUID, Money> overdue() {
    return overdue;
  }
}
