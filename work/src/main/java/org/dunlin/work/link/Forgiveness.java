package org.dunlin.work.link;

import java.time.Instant;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;

/**
 * What failed before holds nobody back who asks in person, whichever process they ask and whichever
 * asks the program: the moment is kept with the connection, and each process hears of it with the
 * next request.
 */
public final class Forgiveness {
  private final Stores stores;
  private final Wire wire;

  /** Kept in these stores, told to this wire. */
  public Forgiveness(Stores stores, Wire wire) {
    this.stores = stores;
    this.wire = wire;
  }

  /** A person asks. */
  public void now(String companyId, String connectionId) {
    stores
        .transactions()
        .in(() -> stores.programs().linked().forgive(companyId, connectionId))
        .ifPresent(at -> wire.forgive(companyId, connectionId, at));
  }

  /** Hears of what people asked before the connection was opened. */
  public void heed(Link link) {
    Instant at = link.linked().forgivenAt();
    if (at != null) {
      wire.forgive(link.companyId(), link.id(), at);
    }
  }
}
