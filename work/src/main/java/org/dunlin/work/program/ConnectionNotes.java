package org.dunlin.work.program;

import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;

/** What the journal tells of a connection, in the transaction of what happened. */
final class ConnectionNotes {
  private final Stores stores;

  ConnectionNotes(Stores stores) {
    this.stores = stores;
  }

  void add(String companyId, String connectionId, String event, String by, String reason) {
    CompanyProfile profile = stores.companies().profile(companyId);
    stores
        .journal()
        .append(
            companyId,
            Happening.to(
                "connection",
                connectionId,
                event,
                by,
                stores.companies().businessDate(profile),
                reason));
  }
}
