package org.dunlin.core.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.dunlin.core.model.Instalment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that is open at the end of a period.
 *
 * @param kind INVOICE, CREDIT_NOTE, or PAYMENT for money that has found no invoice
 * @param number of the document; of money empty
 * @param reference what to quote when paying it
 * @param due of invoices alone
 * @param total all of it, above zero
 * @param open above zero where the customer owes it, below where it is owed
 * @param instalments of an invoice that has several due dates
 */
public record OpenItem(
    MovementKind kind,
    String number,
    String reference,
    LocalDate issued,
    @Nullable LocalDate due,
    Money total,
    Money open,
    List<Instalment> instalments) {
  /** Keeps a copy of the instalments. */
  public OpenItem {
    instalments = List.copyOf(instalments);
  }

  /**
   * What is open of each due date. What was paid is taken off the earliest due first; more than the
   * instalments add up to is due on no known day and stands with the last.
   */
  List<Part> parts() {
    LocalDate last = due == null ? issued : due;
    if (instalments.isEmpty() || !open.isPositive()) {
      return List.of(new Part(last, open));
    }
    List<Part> parts = new ArrayList<>();
    Money left = open;
    List<Instalment> latest =
        instalments.stream().sorted(Comparator.comparing(Instalment::dueDate).reversed()).toList();
    for (Instalment each : latest) {
      Money part = each.amount().isGreaterThan(left) ? left : each.amount();
      if (part.isPositive()) {
        parts.add(new Part(each.dueDate(), part));
        left = left.minus(part);
      }
    }
    if (left.isPositive()) {
      parts.add(new Part(latest.getFirst().dueDate(), left));
    }
    return parts;
  }

  /** What is open of one due date. */
  record Part(LocalDate due, Money open) {}
}
