package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Three parts, each two weeks after the one before, for customers who agreed on them. */
final class Instalments {
  static final int PARTS = 3;
  private static final int DAYS_BETWEEN = 14;

  private Instalments() {}

  /** A part with its due date. */
  record Part(LocalDate due, Money amount) {}

  /** How many days after the first part the last one is due; 0 for who pays at once. */
  static int days(Debtor debtor) {
    return debtor.habit() == Habit.IN_INSTALMENTS ? (PARTS - 1) * DAYS_BETWEEN : 0;
  }

  /** The parts of an invoice, which is due when the last of them is; empty where it has none. */
  static List<Part> of(Document document) {
    if (document.isCreditNote() || document.debtor().habit() != Habit.IN_INSTALMENTS) {
      return List.of();
    }
    Money total = document.total();
    Money third = Euro.cents(total.getAmountMinorLong() / PARTS);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < PARTS; i++) {
      boolean last = i == PARTS - 1;
      LocalDate due = document.due().minusDays((long) (PARTS - 1 - i) * DAYS_BETWEEN);
      parts.add(new Part(due, last ? total.minus(third.multipliedBy(PARTS - 1L)) : third));
    }
    return List.copyOf(parts);
  }
}
