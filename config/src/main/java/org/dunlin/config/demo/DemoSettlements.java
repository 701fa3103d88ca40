package org.dunlin.config.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.sandbox.world.Settlement;
import org.dunlin.sandbox.world.Truth;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Allocations.Stored;
import org.dunlin.store.ledger.BookedInvoices.Credited;
import org.jspecify.annotations.Nullable;

/** What the hub believes to belong to what, in the words of the invented world. */
final class DemoSettlements {
  private final Stores stores;
  private final String company;
  private final Truth truth;
  private final Map<UUID, String> numbers = new HashMap<>();

  DemoSettlements(Stores stores, String company, Truth truth) {
    this.stores = stores;
    this.company = company;
    this.truth = truth;
  }

  /** What rules applied, whether a program has booked it since or not, and credits that one has. */
  List<Settlement> all() {
    List<Settlement> settlements = new ArrayList<>();
    for (Credited credited : stores.bookedInvoices().credited(company)) {
      settlements.add(
          new Settlement(
              number(credited.creditNoteId()), number(credited.invoiceId()), credited.amount()));
    }
    for (Stored stored : stores.allocations().of(company)) {
      Allocation line = stored.allocation();
      boolean credit = line.creditNoteId() != null;
      if (line.decision() == Decision.AUTOMATIC || line.decision() == Decision.BOOKED && !credit) {
        String reference = credit ? number(id(line.creditNoteId())) : bankReference(line);
        settlements.add(new Settlement(reference, number(id(line.invoiceId())), line.amount()));
      }
    }
    return settlements;
  }

  private String bankReference(Allocation line) {
    UUID payment = id(line.paymentId());
    return truth
        .bankReference(stores.payments().find(company, payment).orElseThrow().payment())
        .orElse("unknown payment " + payment);
  }

  private String number(UUID document) {
    return numbers.computeIfAbsent(
        document, id -> stores.invoices().find(company, id).orElseThrow().invoice().number());
  }

  private static UUID id(@Nullable String id) {
    return UUID.fromString(String.valueOf(id));
  }
}
