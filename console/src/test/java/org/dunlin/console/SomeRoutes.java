package org.dunlin.console;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;

/** Stands where the hub has Camel: the four stages, and roads that a test adds. */
final class SomeRoutes implements RouteBoard {
  private final Set<Stage> off = EnumSet.noneOf(Stage.class);
  private final List<RouteStatus> roads = new CopyOnWriteArrayList<>();

  /** A road of a company, the last thing on which failed. */
  void failing(String companyId, String connectionId, String message) {
    roads.add(
        new RouteStatus(
            "intake/" + companyId + "/" + connectionId,
            companyId,
            null,
            RouteState.RUNNING,
            1,
            2,
            Instant.now(),
            message));
  }

  /** A route of all companies, the last thing on which failed. */
  void failingForAll(String id, String message) {
    roads.add(new RouteStatus(id, null, null, RouteState.STOPPED, 0, 3, Instant.now(), message));
  }

  boolean on(Stage stage) {
    return !off.contains(stage);
  }

  @Override
  public List<RouteStatus> all() {
    return Stream.concat(
            Stream.of(Stage.values())
                .map(
                    stage ->
                        new RouteStatus(
                            stage.name().toLowerCase(Locale.ROOT),
                            null,
                            stage,
                            on(stage) ? RouteState.RUNNING : RouteState.SWITCHED_OFF,
                            0,
                            0,
                            null,
                            null)),
            roads.stream())
        .toList();
  }

  @Override
  public void set(Stage stage, boolean on) {
    if (on) {
      off.remove(stage);
    } else {
      off.add(stage);
    }
  }
}
