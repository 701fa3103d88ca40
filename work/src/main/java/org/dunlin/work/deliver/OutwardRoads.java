package org.dunlin.work.deliver;

import org.dunlin.core.port.NotSent;
import org.dunlin.core.road.Road;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.work.road.OutgoingTarget;

/** Where the files of a connection are put, as it stands right before they are. */
final class OutwardRoads {
  private final Stores stores;
  private final OutgoingTarget target;

  OutwardRoads(Stores stores) {
    this.stores = stores;
    this.target = new OutgoingTarget(stores);
  }

  /**
   * The road there.
   *
   * @param none what to say where there is no such connection
   * @throws NotSent where there is none now
   */
  Road of(String companyId, String connectionId, String none) throws NotSent {
    Connection connection =
        stores.connections().find(companyId, connectionId).orElseThrow(() -> new NotSent(none));
    if (connection.paused()) {
      throw new NotSent("A person paused the connection " + connectionId + ".");
    }
    return target
        .road(connection)
        .orElseThrow(
            () ->
                new NotSent(
                    "The folder or server over which the files of "
                        + connectionId
                        + " go is connected no more; name another one in its settings."));
  }
}
