package org.dunlin.work.call;

import org.dunlin.store.Stores;
import org.dunlin.store.call.OutboundCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes calls down in transactions of their own. */
final class KeepCalls {
  private static final Logger LOG = LoggerFactory.getLogger(KeepCalls.class);

  private final Stores stores;

  KeepCalls(Stores stores) {
    this.stores = stores;
  }

  /** What became of a call stays what it is, whether it can be written down or not. */
  void keep(OutboundCall call) {
    try {
      stores
          .transactions()
          .run(
              () -> {
                stores.transactions().mayBeLost(); // a call is not kept waiting for its record
                stores.outboundCalls().add(call);
              });
    } catch (RuntimeException e) {
      LOG.warn(
          "A call of {}/{} is not kept: {}", call.companyId(), call.connectionId(), e.toString());
    }
  }
}
