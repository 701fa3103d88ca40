package org.dunlin.work.payer;

import org.dunlin.core.message.Language;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/** A customer says in which language it wants to be written to. */
public final class ChooseLanguage {
  private final Stores stores;
  private final Once once;

  /** Over these stores. */
  public ChooseLanguage(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
  }

  /**
   * Notes the choice, which counts for messages as for the page; false where this form did before.
   *
   * @throws NotDone when the form is too old
   */
  public boolean choose(Payer payer, PayerForm form, Language language) {
    return once.run(
        payer,
        form,
        () -> {
          stores.payer().languages().choose(payer.companyId(), payer.customerId(), language.code());
          stores
              .journal()
              .append(
                  payer.companyId(),
                  Happening.to(
                      "customer",
                      payer.customerId(),
                      "PAYER_LANGUAGE_CHOSEN",
                      Payer.ACTOR,
                      payer.today(),
                      language.code()));
        });
  }
}
