package org.dunlin.work.program;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.dunlin.store.Stores;
import org.dunlin.store.program.SeenObjects;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.StreamState;
import org.dunlin.work.pull.MissingAtSource;

/**
 * Tells the ledger that all that a connection has brought is gone there. The ledger makes void what
 * no other source knows.
 */
public final class VoidSeen implements RemoveProgram.VoidData {
  private static final int SWEEPS = 2;

  private final Stores stores;
  private final MissingAtSource ledger;

  /** Over these stores. */
  public VoidSeen(Stores stores, MissingAtSource ledger) {
    this.stores = stores;
    this.ledger = ledger;
  }

  @Override
  public void of(String companyId, String connectionId) {
    TreeSet<String> streams = new TreeSet<>();
    for (StreamState state : stores.programs().streams().of(companyId, connectionId)) {
      streams.add(state.stream());
    }
    for (String stream : streams) {
      List<String> keys = keys(new Of(companyId, connectionId, stream));
      if (!keys.isEmpty()) {
        ledger.gone(companyId, connectionId, stream, keys);
      }
    }
  }

  /** Those that are there, however often sweeps have missed them. */
  private List<String> keys(Of of) {
    SeenObjects seen = stores.programs().seen();
    List<String> keys = new ArrayList<>();
    for (int missed = 0; missed <= SWEEPS; missed++) {
      keys.addAll(seen.missing(of, missed));
    }
    return keys;
  }
}
