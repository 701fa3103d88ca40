package org.dunlin.work.person;

import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;

/**
 * Applies what the settings say of a company, as often as they are read; switches stay with people.
 */
public final class PutCompany {
  private final Stores stores;

  /** Over these stores. */
  public PutCompany(Stores stores) {
    this.stores = stores;
  }

  /** Adds the company or replaces its profile and connections; a new company starts in its mode. */
  public void put(CompanyProfile profile, List<Connection> connections) {
    if (profile.mode() == DunningMode.TEST && profile.testMailbox() == null) {
      throw new IllegalArgumentException(
          "Company " + profile.id() + " starts in test mode, which needs a testMailbox.");
    }
    stores
        .transactions()
        .run(
            () -> {
              boolean known = stores.companies().find(profile.id()).isPresent();
              stores.companies().put(profile);
              connections.forEach(stores.connections()::put);
              if (!known) {
                stores
                    .journal()
                    .append(
                        profile.id(),
                        Happening.to(
                            "company",
                            profile.id(),
                            "COMPANY_ADDED",
                            "settings",
                            stores.companies().businessDate(profile),
                            "It starts in mode " + profile.mode() + "."));
              }
              stores.companies().addWorkDue(profile.id(), WorkDue.MATCH);
            });
  }
}
