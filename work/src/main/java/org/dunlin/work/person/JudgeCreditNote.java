package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.store.Stores;

/**
 * What a person says of an open credit note without applying it: not to these invoices, or to none
 * by a rule, since its customer deducts it or gets it back.
 */
public final class JudgeCreditNote {
  private final Stores stores;

  /** Over these stores. */
  public JudgeCreditNote(Stores stores) {
    this.stores = stores;
  }

  /** Says that the credit note is not for these invoices: no rule joins them again. */
  public void refuse(String companyId, UUID noteId, List<UUID> invoices, String by) {
    judged(
        companyId,
        noteId,
        "MATCH_REFUSED",
        by,
        () -> {
          invoices.forEach(invoice -> stores.refusals().add(companyId, noteId, invoice, by));
          stores.openCreditNotes().clearSuggestions(companyId, noteId);
          return !invoices.isEmpty();
        });
  }

  /** Leaves it to its customer; false where nothing is open of it, or it was left before. */
  public boolean leave(String companyId, UUID noteId, String by) {
    return judged(
        companyId,
        noteId,
        "CREDIT_NOTE_LEFT",
        by,
        () -> {
          boolean done = stores.openCreditNotes().leave(companyId, noteId, by);
          if (done) {
            stores.openCreditNotes().clearSuggestions(companyId, noteId);
          }
          return done;
        });
  }

  /** Takes it up again, for rules to look at; false where it was not left. */
  public boolean takeUp(String companyId, UUID noteId, String by) {
    return judged(
        companyId,
        noteId,
        "CREDIT_NOTE_TAKEN_UP",
        by,
        () -> stores.openCreditNotes().takeUp(companyId, noteId));
  }

  private boolean judged(
      String companyId, UUID noteId, String event, String by, BooleanSupplier change) {
    return new Judgement(stores).said(companyId, "invoice", noteId, event, by, change);
  }
}
