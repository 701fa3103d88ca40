package org.dunlin.work.dun;

import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.SendingHours;
import org.dunlin.store.journal.Happening;

/** A person says between which hours a company's messages leave. */
public final class SetSendingHours {
  private final Stores stores;

  /** Over these stores. */
  public SetSendingHours(Stores stores) {
    this.stores = stores;
  }

  /** Says it; what waits for the hours before asks again when those begin. */
  public void set(String companyId, SendingHours hours, String by) {
    stores
        .transactions()
        .run(
            () -> {
              stores.companies().setSendingHours(companyId, hours);
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "company",
                          companyId,
                          "SENDING_HOURS_CHANGED",
                          by,
                          stores.companies().businessDate(stores.companies().profile(companyId)),
                          hours.opens() + "–" + hours.closes()));
            });
    stores.wakeups().wake(Stage.DELIVER);
  }
}
