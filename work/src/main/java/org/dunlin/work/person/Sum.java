package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Allocations.Stored;

/** What a person applies to invoices, or judges: a payment, or a credit note by itself. */
sealed interface Sum {
  /** Of the payment or the credit note. */
  UUID id();

  /** What it is in the journal. */
  String kind();

  /** What is suggested for it, the best first. */
  List<Allocation> suggested(Stores stores, String companyId);

  /** Forgets that. */
  void clearSuggestions(Stores stores, String companyId);

  /** It is not set aside or left any more; false where it was not. */
  boolean takeUp(Stores stores, String companyId);

  /** Money. */
  record OfPayment(UUID id) implements Sum {
    @Override
    public String kind() {
      return "payment";
    }

    @Override
    public List<Allocation> suggested(Stores stores, String companyId) {
      return lines(stores.allocations().suggestedOf(companyId, id));
    }

    @Override
    public void clearSuggestions(Stores stores, String companyId) {
      stores.allocations().clearSuggestions(companyId, id);
    }

    @Override
    public boolean takeUp(Stores stores, String companyId) {
      return stores.payments().takeUp(companyId, id);
    }
  }

  /** What its customer may deduct or get back. */
  record OfCreditNote(UUID id) implements Sum {
    @Override
    public String kind() {
      return "invoice";
    }

    @Override
    public List<Allocation> suggested(Stores stores, String companyId) {
      return lines(stores.openCreditNotes().suggestedOf(companyId, id));
    }

    @Override
    public void clearSuggestions(Stores stores, String companyId) {
      stores.openCreditNotes().clearSuggestions(companyId, id);
    }

    @Override
    public boolean takeUp(Stores stores, String companyId) {
      return stores.openCreditNotes().takeUp(companyId, id);
    }
  }

  private static List<Allocation> lines(List<Stored> stored) {
    return stored.stream().map(Stored::allocation).toList();
  }
}
