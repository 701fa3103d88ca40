package org.dunlin.work.program;

import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;

/** What the journal tells of a connection, in the transaction of what happened. */
public final class ConnectionNotes {
  private final Stores stores;

  /** Over these stores. */
  public ConnectionNotes(Stores stores) {
    this.stores = stores;
  }

  /** Adds a line to the journal. */
  public void add(String companyId, String connectionId, String event, String by, String reason) {
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
