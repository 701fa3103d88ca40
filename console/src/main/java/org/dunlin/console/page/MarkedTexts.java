package org.dunlin.console.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dunlin.core.matching.MetCharacters;
import org.dunlin.core.model.Invoice;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.view.AllocationLine;
import org.dunlin.store.view.PaymentDetail;
import org.dunlin.store.view.Suggestion;

/** The texts of payments, with what in them met the documents of the best suggestion. */
final class MarkedTexts {
  /** So many numbers show how the company numbers. */
  private static final int LATEST = 2_000;

  private MarkedTexts() {}

  /** By payment; those without a text are left out. */
  static Map<String, List<Marked>> of(Stores stores, String companyId, List<PaymentDetail> some) {
    MetCharacters met = new MetCharacters(stores.settledInvoices().latest(companyId, LATEST));
    Map<String, Set<UUID>> named = new LinkedHashMap<>();
    for (PaymentDetail detail : some) {
      Set<UUID> documents = new HashSet<>();
      List<Suggestion> suggestions = Suggestion.of(detail.allocations());
      if (!suggestions.isEmpty()) {
        suggestions.getFirst().lines().forEach(line -> add(documents, line));
      }
      named.put(detail.payment().payment().id(), documents);
    }
    Set<UUID> all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
    List<Invoice> documents =
        stores.invoices().all(companyId, all).stream().map(DocumentState::invoice).toList();
    Map<String, List<Marked>> marked = new LinkedHashMap<>();
    for (PaymentDetail detail : some) {
      String id = detail.payment().payment().id();
      String text = detail.payment().payment().remittance();
      Set<UUID> own = named.getOrDefault(id, Set.of());
      if (text != null) {
        List<Invoice> its =
            documents.stream().filter(each -> own.contains(UUID.fromString(each.id()))).toList();
        marked.put(id, Marked.of(text, met.in(text, its)));
      }
    }
    return marked;
  }

  private static void add(Set<UUID> documents, AllocationLine line) {
    documents.add(line.invoiceId());
    if (line.creditNoteId() != null) {
      documents.add(line.creditNoteId());
    }
  }
}
