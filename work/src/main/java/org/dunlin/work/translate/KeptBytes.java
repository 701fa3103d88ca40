package org.dunlin.work.translate;

import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.privacy.ForgetDelivery;

/**
 * Keeps the bytes of what was applied for their only customer, else for the company; what names
 * somebody who was erased is not kept.
 */
final class KeptBytes {
  private final Stores stores;

  KeptBytes(Stores stores) {
    this.stores = stores;
  }

  void keep(Delivery delivery, LedgerWriter ledger) {
    if (ledger.namesErased()) {
      new ForgetDelivery(stores)
          .forget(
              delivery,
              "Its raw content was dropped once it was read, since it names a customer who was"
                  + " erased; it cannot be replayed.");
    } else {
      ledger
          .onlyCustomer()
          .ifPresentOrElse(
              customer ->
                  stores.deliveryKeys().sealFor(delivery.companyId(), delivery.id(), customer),
              () -> stores.deliveryKeys().sealForHub(delivery.companyId(), delivery.id()));
    }
  }
}
