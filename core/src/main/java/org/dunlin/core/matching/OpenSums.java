package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Invoice;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Which invoices an amount could pay in full: one, two of one customer, or all that a customer
 * owes. Pairs of customers with very many open invoices are left out, since nearly every amount is
 * one. It is asked for many amounts at once: there are far more sums than payments, so none but
 * what is asked for is kept.
 */
final class OpenSums {
  private static final int MOST_FOR_PAIRS = 40;

  private final Collection<List<OpenDocument>> byCustomer;

  /**
   * @param byCustomer the open invoices of each customer, of kind INVOICE
   */
  OpenSums(Map<String, List<OpenDocument>> byCustomer) {
    this.byCustomer = byCustomer.values();
  }

  /** The invoices that each of the amounts could pay; one that could pay none is not there. */
  Map<Money, List<Invoice>> payableWith(Collection<Money> amounts) {
    Map<Money, List<Invoice>> payable = new HashMap<>();
    wanted(amounts)
        .forEach(
            (currency, wanted) ->
                byCustomer.forEach(open -> new Summing(currency, wanted, payable).add(open)));
    return payable;
  }

  /** In the minor unit, each once and in order. */
  private static Map<CurrencyUnit, long[]> wanted(Collection<Money> amounts) {
    Map<CurrencyUnit, Set<Long>> byCurrency = new HashMap<>();
    for (Money amount : amounts) {
      byCurrency
          .computeIfAbsent(amount.getCurrencyUnit(), unit -> new HashSet<>())
          .add(amount.getAmountMinorLong());
    }
    Map<CurrencyUnit, long[]> wanted = new HashMap<>();
    byCurrency.forEach(
        (currency, each) ->
            wanted.put(currency, each.stream().mapToLong(Long::longValue).sorted().toArray()));
    return wanted;
  }

  /** The sums of one customer's invoices in a currency. */
  private record Summing(CurrencyUnit currency, long[] wanted, Map<Money, List<Invoice>> payable) {

    void add(List<OpenDocument> open) {
      boolean pairs = open.size() <= MOST_FOR_PAIRS;
      List<OpenDocument> documents = new ArrayList<>(open.size());
      for (OpenDocument each : open) {
        if (each.open().getCurrencyUnit().equals(currency)) {
          documents.add(each);
        }
      }
      long[] sums = new long[documents.size()];
      long total = 0;
      for (int i = 0; i < sums.length; i++) {
        sums[i] = documents.get(i).open().getAmountMinorLong();
        total += sums[i];
        note(sums[i], documents.subList(i, i + 1));
        for (int j = 0; j < i && pairs; j++) {
          if (isWanted(sums[i] + sums[j])) {
            note(sums[i] + sums[j], List.of(documents.get(i), documents.get(j)));
          }
        }
      }
      note(total, documents);
    }

    private boolean isWanted(long sum) {
      return Arrays.binarySearch(wanted, sum) >= 0;
    }

    private void note(long sum, List<OpenDocument> documents) {
      if (isWanted(sum)) {
        List<Invoice> invoices =
            payable.computeIfAbsent(Money.ofMinor(currency, sum), key -> new ArrayList<>());
        documents.forEach(each -> invoices.add(each.document()));
      }
    }
  }
}
