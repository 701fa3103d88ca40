package org.dunlin.work.offer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.company.FlowState;
import org.dunlin.store.program.WantedObjects.Waiting;
import org.dunlin.work.program.Health;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.road.RoadLog;
import org.jspecify.annotations.Nullable;

/** Says how a road stands, by how looks at it went. */
final class RoadHealth {
  private final Stores stores;

  RoadHealth(Stores stores) {
    this.stores = stores;
  }

  Health of(Connection connection) {
    if (connection.paused()) {
      return health(State.PAUSED, "A person paused it.", null);
    }
    if (RoadKind.isOutward(connection.program())) {
      return outgoing(connection);
    }
    if (RoadKind.of(connection.program()).filter(RoadKind::isLookedAt).isEmpty()) {
      return health(State.AUTHORISED, null, null);
    }
    return looks(connection)
        .map(
            flow ->
                fails(flow)
                    ? health(State.FAILING, flow.lastFailure(), flow.lastFailureAt())
                    : health(State.AUTHORISED, null, flow.lastSuccessAt()))
        .orElseGet(() -> health(State.SYNCING, null, null)); // nobody has looked yet
  }

  /** What goes out fails where a file cannot be put, or something cannot be written in one. */
  private Health outgoing(Connection connection) {
    return flows(connection)
        .filter(RoadHealth::fails)
        .findFirst()
        .map(flow -> health(State.FAILING, flow.lastFailure(), flow.lastFailureAt()))
        .orElseGet(() -> health(State.AUTHORISED, null, null));
  }

  private Optional<FlowState> looks(Connection connection) {
    return flows(connection).filter(flow -> flow.flow().equals(RoadLog.FLOW)).findFirst();
  }

  private Stream<FlowState> flows(Connection connection) {
    return stores.flows().of(connection.companyId()).stream()
        .filter(flow -> flow.connectionId().equals(connection.id()));
  }

  private static boolean fails(FlowState flow) {
    Instant well = flow.lastSuccessAt();
    Instant failed = flow.lastFailureAt();
    return failed != null && (well == null || !well.isAfter(failed));
  }

  private static Health health(State state, @Nullable String reason, @Nullable Instant since) {
    return new Health(state, reason, since, null, List.of(), new Waiting(0, 0), List.of(), null);
  }
}
