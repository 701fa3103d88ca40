package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.tell.TellPrograms;

/**
 * What changes when a company goes live: what was only tested counts no more, so that customers get
 * the first reminder first; and its programs are told what was found, and which payment links were
 * made, while nothing left.
 */
final class GoLive {
  private final Stores stores;
  private final TellPrograms told;
  private final PaymentLinks links;

  GoLive(Stores stores, Abilities abilities, PaymentLinks links) {
    this.links = links;
    this.stores = stores;
    this.told = new TellPrograms(stores, abilities);
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
    stores.approvals().forget(companyId); // a yes to what was only tried is none to what leaves
    for (Action tested : stores.actions().tested(companyId)) {
      stores.actions().setState(companyId, tested.id(), ActionState.CANCELLED);
    }
    CompanyProfile profile = stores.companies().profile(companyId);
    for (UUID invoice : stores.allocations().invoices(companyId)) {
      told.standing(profile, invoice, today);
      stores
          .allocations()
          .ofInvoice(companyId, invoice)
          .forEach(line -> told.allocated(profile, line.id(), line.allocation(), today));
    }
    links.tellOpen(profile, today);
  }
}
