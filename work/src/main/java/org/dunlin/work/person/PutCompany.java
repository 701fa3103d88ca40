package org.dunlin.work.person;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.core.brand.Color;
import org.dunlin.core.brand.Logo;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

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
              boolean known = stores.companies().ids().contains(profile.id());
              stores.companies().put(profile);
              stores
                  .connections()
                  .keepOnly(
                      profile.id(),
                      connections.stream().map(Connection::id).collect(Collectors.toSet()));
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

  /** Sets the colour and the logo that a company's messages have from now on. */
  public void brand(String companyId, @Nullable Color color, @Nullable Logo logo) {
    stores.transactions().run(() -> stores.brands().put(companyId, color, logo));
  }

  /**
   * Takes the companies that the settings name no more out of service: their connections go, and
   * they fall back to shadow mode, so that nothing goes on unseen. Their data stays.
   */
  public void retireOthers(Set<String> named) {
    for (String companyId : stores.companies().ids()) {
      if (!named.contains(companyId)) {
        stores.transactions().run(() -> retire(companyId));
      }
    }
  }

  private void retire(String companyId) {
    CompanyProfile profile = stores.companies().profile(companyId);
    stores.connections().keepOnly(companyId, Set.of());
    if (profile.mode() != DunningMode.SHADOW) {
      stores.companies().setMode(companyId, DunningMode.SHADOW);
      stores
          .journal()
          .append(
              companyId,
              Happening.to(
                  "company",
                  companyId,
                  "SWITCHED_TO_SHADOW",
                  "settings",
                  stores.companies().businessDate(profile),
                  "The settings do not name it any more."));
    }
  }
}
