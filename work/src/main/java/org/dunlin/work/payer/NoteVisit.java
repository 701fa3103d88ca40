package org.dunlin.work.payer;

import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/** Notes that a page was opened: once a visit, however many pages it has. */
public final class NoteVisit {
  private final Stores stores;

  /** Over these stores. */
  public NoteVisit(Stores stores) {
    this.stores = stores;
  }

  /** Notes it; a program that looks for harm in a mail may have opened it as well as a person. */
  public void note(Payer payer) {
    stores
        .transactions()
        .run(
            () -> {
              if (stores
                  .payer()
                  .visits()
                  .opened(payer.companyId(), payer.linkId(), payer.customerId())) {
                stores
                    .journal()
                    .append(
                        payer.companyId(),
                        Happening.to(
                            "customer",
                            payer.customerId(),
                            "PAYER_VISITED",
                            Payer.ACTOR,
                            payer.today(),
                            "payment link " + payer.linkId()));
              }
            });
  }
}
