package org.dunlin.work;

import org.dunlin.store.Stores;

/** Tells the other processes that this one lives, by renewing all that it has claimed. */
public final class Heartbeat {
  private final Stores stores;

  /** Over these stores. */
  public Heartbeat(Stores stores) {
    this.stores = stores;
  }

  /** Renews every lease of this process. */
  public void beat() {
    stores.leases().renew();
  }
}
