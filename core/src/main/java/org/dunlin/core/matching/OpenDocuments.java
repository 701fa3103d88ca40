package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Payment;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** What is open, found by reference or number, and how much of it is left as payments take it. */
final class OpenDocuments {
  /** Earliest due first; without a due date by the day of issue. */
  static final Comparator<Invoice> EARLIEST_DUE =
      Comparator.comparing(
              (Invoice invoice) ->
                  invoice.dueDate() == null ? invoice.issueDate() : invoice.dueDate())
          .thenComparing(Invoice::issueDate)
          .thenComparing(Invoice::id);

  private final Map<String, List<Invoice>> byReference = new HashMap<>();
  private final Map<String, List<Invoice>> byNumber = new HashMap<>();
  private final Map<String, Money> open = new HashMap<>();
  private final Set<Refusal> refusals;

  OpenDocuments(MatchFacts facts) {
    refusals = facts.refusals();
    for (OpenDocument candidate : facts.documents()) {
      Invoice document = candidate.document();
      if (open.put(document.id(), candidate.open()) != null) {
        throw new IllegalArgumentException("document " + document.id() + " is there twice");
      }
      index(byNumber, Text.compact(document.number()), document);
      if (document.paymentReference() != null) {
        index(byReference, Text.compact(document.paymentReference()), document);
      }
    }
    byNumber.values().forEach(documents -> documents.sort(EARLIEST_DUE));
    byReference.values().forEach(documents -> documents.sort(EARLIEST_DUE));
  }

  /** Numbers of all documents, also of those that cannot be paid: they are words of a text too. */
  Set<String> numbers() {
    return byNumber.keySet();
  }

  Set<String> references() {
    return byReference.keySet();
  }

  List<Invoice> withReference(String compact, Payment payment) {
    return payable(byReference.getOrDefault(compact, List.of()), payment);
  }

  List<Invoice> withNumber(String compact, Payment payment) {
    return payable(byNumber.getOrDefault(compact, List.of()), payment);
  }

  Money open(Invoice invoice) {
    return open.getOrDefault(invoice.id(), Money.zero(invoice.currency()));
  }

  void take(Invoice invoice, Money amount) {
    open.put(invoice.id(), open(invoice).minus(amount));
  }

  private List<Invoice> payable(List<Invoice> documents, Payment payment) {
    List<Invoice> payable = new ArrayList<>();
    for (Invoice document : documents) {
      if (payable(document, payment)) {
        payable.add(document);
      }
    }
    return payable;
  }

  boolean payable(Invoice document, Payment payment) {
    return settled(document, payment.amount().getCurrencyUnit(), payment.id());
  }

  boolean creditable(Invoice document, Invoice creditNote) {
    return settled(document, creditNote.currency(), creditNote.id());
  }

  private boolean settled(Invoice document, CurrencyUnit currency, String by) {
    return document.kind() == InvoiceKind.INVOICE
        && document.status() == InvoiceStatus.OPEN
        && document.currency().equals(currency)
        && open(document).isPositive()
        && !refusals.contains(new Refusal(by, document.id()));
  }

  private static void index(Map<String, List<Invoice>> index, String key, Invoice document) {
    // A key without a digit is a word, and words stand in every text.
    if (key.chars().anyMatch(c -> c >= '0' && c <= '9')) {
      index.computeIfAbsent(key, absent -> new ArrayList<>()).add(document);
    }
  }
}
