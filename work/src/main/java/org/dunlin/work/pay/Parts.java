package org.dunlin.work.pay;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.ledger.DocumentState;
import org.joda.money.Money;

/** How an amount falls to invoices: to that which was due first, as far as it goes. */
final class Parts {
  private static final Comparator<Invoice> FIRST_DUE =
      Comparator.comparing(Parts::due).thenComparing(Invoice::number).thenComparing(Invoice::id);

  private Parts() {}

  /** What of the amount is for each, in that order; at most what is open of them. */
  static Map<UUID, Money> of(Money amount, List<DocumentState> invoices) {
    Map<UUID, Money> parts = new LinkedHashMap<>();
    Money left = amount;
    for (DocumentState each : ordered(invoices)) {
      Money part = left.isLessThan(each.open()) ? left : each.open();
      if (part.isPositive()) {
        parts.put(UUID.fromString(each.invoice().id()), part);
        left = left.minus(part);
      }
    }
    return parts;
  }

  static List<DocumentState> ordered(List<DocumentState> invoices) {
    return invoices.stream()
        .sorted(Comparator.comparing(DocumentState::invoice, FIRST_DUE))
        .toList();
  }

  private static LocalDate due(Invoice invoice) {
    LocalDate due = invoice.dueDate();
    return due == null ? invoice.issueDate() : due;
  }
}
