package org.dunlin.work.pay;

import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;

/** Whether money may leave: not by the stop of all, nor while the company is not live. */
final class MoneyMoves {
  private final Stores stores;
  private final AtProvider provider;

  MoneyMoves(Stores stores, AtProvider provider) {
    this.stores = stores;
    this.provider = provider;
  }

  /** Whether it is held at a provider; in test mode only keys with which no money moves go. */
  boolean isHeld(CompanyProfile profile, String connectionId) {
    boolean moves =
        switch (profile.mode()) {
          case LIVE -> true;
          case TEST -> provider.isTest(profile.id(), connectionId);
          case SHADOW -> false;
        };
    return !moves || stores.settings().stopped();
  }

  /** Whether it is held at the bank, where all money is real. */
  boolean isHeld(CompanyProfile profile) {
    return profile.mode() != DunningMode.LIVE || stores.settings().stopped();
  }
}
