package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;

/** What a person says of a payment or a customer, after which is matched anew. */
final class Judgement {
  private final Stores stores;

  Judgement(Stores stores) {
    this.stores = stores;
  }

  /** Notes what was said; false, and nothing noted, where it had been said before. */
  boolean said(
      String companyId, String kind, UUID id, String event, String by, BooleanSupplier change) {
    boolean changed =
        stores
            .transactions()
            .in(
                () -> {
                  if (!change.getAsBoolean()) {
                    return false;
                  }
                  LocalDate today =
                      stores.companies().businessDate(stores.companies().profile(companyId));
                  stores.journal().append(companyId, Happening.to(kind, id, event, by, today, ""));
                  stores.companies().addWorkDue(companyId, WorkDue.MATCH);
                  return true;
                });
    stores.wakeups().wake(Stage.MATCH);
    return changed;
  }
}
