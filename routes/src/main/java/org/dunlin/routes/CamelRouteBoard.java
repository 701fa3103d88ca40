package org.dunlin.routes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;
import org.jspecify.annotations.Nullable;

/** What Camel knows of the routes of its context. */
public final class CamelRouteBoard implements RouteBoard {
  private final CamelContext camel;
  private final StageSwitches switches;
  private final ProducerTemplate template;
  private final RouteFailures failures = new RouteFailures();

  /** Watches this context from now on. */
  public CamelRouteBoard(CamelContext camel, StageSwitches switches) {
    this.camel = camel;
    this.switches = switches;
    this.template = camel.createProducerTemplate();
    camel.getManagementStrategy().addEventNotifier(failures);
  }

  @Override
  public List<RouteStatus> all() {
    return camel.getRoutes().stream()
        .map(this::status)
        .sorted(Comparator.comparing(RouteStatus::id))
        .toList();
  }

  @Override
  public void set(Stage stage, boolean on) {
    if (switches.set(stage, on) && on) {
      template.sendBody(StageRoutes.wakeUri(stage), "");
    }
  }

  private RouteStatus status(Route route) {
    String id = route.getRouteId();
    RouteFailures.Failed failed = failures.of(id);
    Stage stage = stage(id);
    return new RouteStatus(
        id,
        FolderSupervisor.companyOf(id),
        stage,
        stage == null || switches.on(stage) ? state(id) : RouteState.SWITCHED_OFF,
        camel.getInflightRepository().size(id),
        failed.times(),
        failed.at(),
        failed.message());
  }

  private RouteState state(String id) {
    ServiceStatus status = camel.getRouteController().getRouteStatus(id);
    if (status == null || status.isStopped() || status.isSuspended()) {
      return RouteState.STOPPED;
    }
    return status.isStarted() ? RouteState.RUNNING : RouteState.CHANGING;
  }

  private static @Nullable Stage stage(String id) {
    return Arrays.stream(Stage.values())
        .filter(stage -> stage.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst()
        .orElse(null);
  }
}
