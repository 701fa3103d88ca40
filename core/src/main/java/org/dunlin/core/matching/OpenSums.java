package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.core.model.Invoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Which invoices an amount could pay in full: one, two of one customer, or all that a customer
 * owes. Pairs of customers with very many open invoices are left out, since nearly every amount is
 * one.
 */
final class OpenSums {
  private static final int MOST_FOR_PAIRS = 40;

  private final Map<Money, List<Invoice>> bySum = new HashMap<>();

  /**
   * @param byCustomer the open invoices of each customer, of kind INVOICE
   */
  OpenSums(Map<String, List<OpenDocument>> byCustomer) {
    byCustomer.values().forEach(this::add);
  }

  /** The invoices that the amount could pay. */
  List<Invoice> payableWith(Money amount) {
    return bySum.getOrDefault(amount, List.of());
  }

  private void add(List<OpenDocument> open) {
    for (int i = 0; i < open.size(); i++) {
      note(open.get(i).open(), List.of(open.get(i)));
      for (int j = 0; j < i && open.size() <= MOST_FOR_PAIRS; j++) {
        if (open.get(i).open().isSameCurrency(open.get(j).open())) {
          note(open.get(i).open().plus(open.get(j).open()), List.of(open.get(i), open.get(j)));
        }
      }
    }
    Map<CurrencyUnit, List<OpenDocument>> byCurrency = new HashMap<>();
    open.forEach(
        each ->
            byCurrency
                .computeIfAbsent(each.open().getCurrencyUnit(), unit -> new ArrayList<>())
                .add(each));
    byCurrency
        .values()
        .forEach(all -> note(Money.total(all.stream().map(OpenDocument::open).toList()), all));
  }

  private void note(Money sum, List<OpenDocument> documents) {
    List<Invoice> invoices = bySum.computeIfAbsent(sum, key -> new ArrayList<>());
    documents.forEach(each -> invoices.add(each.document()));
  }
}
