package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;

/**
 * Which unallocated payments could settle which open invoices, so that nobody is reminded of what
 * may be paid already. Far more is plausible than matching would even suggest: the payer may be the
 * customer, or the amount equals, or matching proposes it; always in one currency, and never a pair
 * that a person refused.
 */
public final class PlausiblePayments {
  private final OpenDocuments documents;
  private final Map<String, List<Invoice>> byCustomer = new HashMap<>();
  private final Map<Money, List<Invoice>> byAmount = new HashMap<>();
  private final Map<String, Set<String>> plausible = new TreeMap<>();

  private PlausiblePayments(MatchFacts facts) {
    documents = new OpenDocuments(facts);
    for (OpenDocument candidate : facts.documents()) {
      Invoice document = candidate.document();
      byCustomer.computeIfAbsent(document.customerId(), id -> new ArrayList<>()).add(document);
      byAmount.computeIfAbsent(candidate.open(), amount -> new ArrayList<>()).add(document);
    }
  }

  /**
   * The ids of the payments that could settle an invoice, by invoice id; an invoice that none could
   * settle is not there. Both are in the order of their ids.
   *
   * @param facts after matching: what is open and unallocated now
   */
  public static Map<String, List<String>> of(MatchFacts facts) {
    PlausiblePayments result = new PlausiblePayments(facts);
    Payers payers = new Payers(facts.customers());
    for (UnallocatedPayment candidate : facts.payments()) {
      if (Incoming.counts(candidate)) {
        result.add(candidate, payers.of(candidate.payment()));
      }
    }
    for (Allocation line : Matcher.match(facts)) {
      result.note(line.invoiceId(), String.valueOf(line.paymentId()));
    }
    Map<String, List<String>> lists = new TreeMap<>();
    result.plausible.forEach((invoice, payments) -> lists.put(invoice, List.copyOf(payments)));
    return lists;
  }

  private void add(UnallocatedPayment candidate, Set<String> customers) {
    List<Invoice> invoices =
        new ArrayList<>(byAmount.getOrDefault(candidate.unallocated(), List.of()));
    for (String customer : customers) {
      invoices.addAll(byCustomer.getOrDefault(customer, List.of()));
    }
    for (Invoice invoice : invoices) {
      if (documents.payable(invoice, candidate.payment())) {
        note(invoice.id(), candidate.payment().id());
      }
    }
  }

  private void note(String invoiceId, String paymentId) {
    plausible.computeIfAbsent(invoiceId, id -> new TreeSet<>()).add(paymentId);
  }
}
