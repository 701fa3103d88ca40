package org.dunlin.work.payer;

import org.dunlin.store.Stores;
import org.dunlin.work.dialogue.Notes;

/** A customer writes to the company from its page: an answer in the dialogue, and so a task. */
public final class WriteMessage {
  private final Once once;
  private final Notes notes;

  /** Over these stores. */
  public WriteMessage(Stores stores) {
    once = new Once(stores);
    notes = new Notes(stores);
  }

  /**
   * Notes what was written; false where this form did before.
   *
   * @throws NotDone when nothing was, or too much
   */
  public boolean write(Payer payer, PayerForm form, String words) {
    return once.run(
        payer, form, () -> notes.answer(payer.companyId(), payer.customerId(), words, Payer.ACTOR));
  }
}
