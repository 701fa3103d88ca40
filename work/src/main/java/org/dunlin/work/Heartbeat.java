package org.dunlin.work;

import org.dunlin.store.Stores;

/** Tells the other processes that this one lives, by renewing what it is working on. */
public final class Heartbeat {
  private final Stores stores;

  /** Over these stores. */
  public Heartbeat(Stores stores) {
    this.stores = stores;
  }

  /**
   * Renews the leases of what this process is working on at this moment, and writes down when its
   * flows last moved and how much they moved.
   */
  public void beat() {
    stores.leases().renew();
    stores.flows().catchUp();
    stores.flowHours().write();
  }
}
