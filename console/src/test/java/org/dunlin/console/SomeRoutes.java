package org.dunlin.console;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.dunlin.core.port.RouteAct;
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
            Set.of(RouteAct.SUSPEND, RouteAct.STOP),
            1,
            Duration.ofMillis(250),
            2,
            Instant.now(),
            message));
  }

  /** A route of all companies, the last thing on which failed. */
  void failingForAll(String id, String message) {
    roads.add(
        new RouteStatus(
            id, null, null, RouteState.STOPPED, Set.of(), 0, null, 3, Instant.now(), message));
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
                            Set.of(on(stage) ? RouteAct.STOP : RouteAct.START),
                            0,
                            null,
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

  @Override
  public boolean act(String routeId, RouteAct act) {
    Optional<RouteStatus> found =
        all().stream().filter(each -> each.id().equals(routeId)).findFirst();
    if (found.isEmpty() || !found.get().acts().contains(act)) {
      return false;
    }
    RouteStatus before = found.get();
    Stage stage = before.stage();
    if (stage != null) {
      set(stage, act == RouteAct.START);
      return true;
    }
    boolean runs = act == RouteAct.START || act == RouteAct.RESUME;
    roads.remove(before);
    roads.add(
        new RouteStatus(
            routeId,
            before.companyId(),
            null,
            runs
                ? RouteState.RUNNING
                : act == RouteAct.STOP ? RouteState.SWITCHED_OFF : RouteState.SUSPENDED,
            runs
                ? Set.of(RouteAct.SUSPEND, RouteAct.STOP)
                : Set.of(act == RouteAct.STOP ? RouteAct.START : RouteAct.RESUME),
            0,
            before.mean(),
            before.failures(),
            before.lastFailureAt(),
            before.lastFailure()));
    return true;
  }
}
