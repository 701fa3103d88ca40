package org.dunlin.work.tieout;

import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.program.LinkedProgram;
import org.dunlin.work.profile.Author;

/** Lets the tie-out of a connection run now, whatever ran today. */
public final class CheckTieOut {
  private final Stores stores;

  /** Over these stores. */
  public CheckTieOut(Stores stores) {
    this.stores = stores;
  }

  /** A person asks for it. */
  public void now(String companyId, String connectionId, Author by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    var today = stores.companies().businessDate(profile);
    stores
        .transactions()
        .run(
            () -> {
              stores.tieOuts().runs().begin(companyId, connectionId, today, by.name());
              due(companyId, connectionId);
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "connection", connectionId, "TIE_OUT_ASKED", by.name(), today, ""));
            });
    stores.wakeups().wake(Stage.PULL);
  }

  /** A new business day begins for all connections of a company. */
  public void newDay(String companyId) {
    stores
        .transactions()
        .run(
            () -> {
              for (LinkedProgram linked : stores.programs().linked().of(companyId)) {
                due(companyId, linked.connectionId());
              }
            });
    stores.wakeups().wake(Stage.PULL);
  }

  private void due(String companyId, String connectionId) {
    stores.programs().streams().dueNow(TieOut.key(companyId, connectionId));
    stores.programs().linked().refresh(companyId, connectionId);
  }
}
