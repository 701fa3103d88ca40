package org.dunlin.work.road;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.port.TryRoad;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;

/** Which roads this process is to go: those of connections that it holds and nobody paused. */
public final class Roads {
  private final Stores stores;

  /** Over these stores. */
  public Roads(Stores stores) {
    this.stores = stores;
  }

  /** Takes or keeps what this process may hold, and tells which roads these are. */
  public List<Road> held() {
    List<Road> roads = new ArrayList<>();
    for (Connection connection : stores.connections().all()) {
      if (RoadKind.of(connection.program()).filter(RoadKind::isLookedAt).isPresent()
          && !connection.paused()
          && stores.connections().hold(connection)) {
        road(connection).ifPresent(roads::add);
      }
    }
    return roads;
  }

  private Optional<Road> road(Connection connection) {
    return RoadKind.of(connection.program())
        .map(
            kind ->
                new Road(
                    connection.companyId(),
                    connection.id(),
                    kind,
                    RoadSettings.complete(kind, connection.settings()),
                    stores.programs().secrets().of(connection.companyId(), connection.id())));
  }

  private Optional<Road> lookedAt(Connection connection) {
    return RoadKind.isOutward(connection.program())
        ? new OutgoingTarget(stores).road(connection)
        : road(connection).filter(road -> road.kind().isLookedAt());
  }

  /** Looks at a road once and takes nothing; empty where there is none at which one can look. */
  public Optional<TryRoad.Tried> test(TryRoad tryRoad, String companyId, String connectionId) {
    return stores
        .connections()
        .find(companyId, connectionId)
        .flatMap(this::lookedAt)
        .map(tryRoad::look);
  }
}
