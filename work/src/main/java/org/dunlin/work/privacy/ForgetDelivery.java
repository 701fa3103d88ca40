package org.dunlin.work.privacy;

import org.dunlin.store.Stores;
import org.dunlin.store.inbox.Delivery;

/** Takes the raw content of a delivery away that names an erased customer; its row stays. */
public final class ForgetDelivery {
  private final Stores stores;

  /** Over these stores. */
  public ForgetDelivery(Stores stores) {
    this.stores = stores;
  }

  /**
   * In the caller's transaction. A statement keeps the name that its bank gave it; a file about one
   * customer may be called after the customer.
   *
   * @param why what its row says from now on
   */
  public void forget(Delivery delivery, String why) {
    stores.rawContent().drop(delivery.companyId(), delivery.id(), delivery.receivedMonth(), why);
    stores.deliveryOrigins().forgetMail(delivery.companyId(), delivery.id());
    stores.erasures().forgetName(delivery.companyId(), delivery.id(), delivery.name());
  }
}
