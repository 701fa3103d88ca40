package org.dunlin.work.person;

import java.util.List;
import java.util.UUID;
import org.dunlin.store.Stores;

/**
 * What a person says of an open credit note without applying it: not to these invoices, or to none
 * by a rule, since its customer deducts it or gets it back.
 */
public final class JudgeCreditNote {
  private final Stores stores;
  private final JudgeSum judge;

  /** Over these stores. */
  public JudgeCreditNote(Stores stores) {
    this.stores = stores;
    judge = new JudgeSum(stores);
  }

  /** Says that the credit note is not for these invoices: no rule joins them again. */
  public void refuse(String companyId, UUID noteId, List<UUID> invoices, String by) {
    judge.refuse(companyId, new Sum.OfCreditNote(noteId), invoices, by);
  }

  /** Leaves it to its customer; false where nothing is open of it, or it was left before. */
  public boolean leave(String companyId, UUID noteId, String by) {
    return judge.aside(
        companyId,
        new Sum.OfCreditNote(noteId),
        "CREDIT_NOTE_LEFT",
        by,
        () -> stores.openCreditNotes().leave(companyId, noteId, by));
  }

  /** Takes it up again, for rules to look at; false where it was not left. */
  public boolean takeUp(String companyId, UUID noteId, String by) {
    Sum note = new Sum.OfCreditNote(noteId);
    return judge.said(
        companyId, note, "CREDIT_NOTE_TAKEN_UP", by, () -> note.takeUp(stores, companyId));
  }
}
