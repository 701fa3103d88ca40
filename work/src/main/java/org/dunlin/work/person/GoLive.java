package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.StatusMessages;

/**
 * What changes when a company goes live: what was only tested counts no more, so that customers get
 * the first reminder first; and its programs are told what was found while nothing left.
 */
final class GoLive {
  private final Stores stores;
  private final StatusMessages statusMessages;

  GoLive(Stores stores) {
    this.stores = stores;
    this.statusMessages = new StatusMessages(stores);
  }

  /** In the transaction of the switch, after it. */
  void begin(String companyId, LocalDate today) {
    for (Effect effect : stores.outbox().waitingMessages(companyId)) {
      stores
          .outbox()
          .change(
              companyId,
              effect.id(),
              effect.state(),
              EffectState.CANCELLED,
              "It was decided before the company went live; it is decided anew.");
    }
    for (Action tested : stores.actions().tested(companyId)) {
      stores.actions().setState(companyId, tested.id(), ActionState.CANCELLED);
    }
    CompanyProfile profile = stores.companies().profile(companyId);
    for (UUID invoice : stores.allocations().invoices(companyId)) {
      statusMessages.add(profile, invoice, today);
    }
  }
}
