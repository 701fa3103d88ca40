package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/** Puts a delivery back to its start, and notes who did, within a transaction of the caller. */
final class PutBack {
  private final Stores stores;

  PutBack(Stores stores) {
    this.stores = stores;
  }

  /**
   * Puts one back; false when it is not at an end, or has no bytes any more.
   *
   * @param event as which it is noted
   */
  boolean delivery(String companyId, UUID deliveryId, String by, String event) {
    stores.erasures().useBooks(companyId); // an erasure may be taking its bytes away
    boolean changed = stores.inbox().replay(companyId, deliveryId);
    if (changed) {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
      stores
          .journal()
          .append(companyId, Happening.to("delivery", deliveryId, event, by, today, ""));
    }
    return changed;
  }
}
