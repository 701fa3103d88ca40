package org.dunlin.routes;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.spi.RouteController;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;
import org.jspecify.annotations.Nullable;

/** What Camel knows of the routes of its context. */
public final class CamelRouteBoard implements RouteBoard {
  /** So long one may take to end what it is at; else it goes on. */
  private static final int PATIENCE_SECONDS = 10;

  private final CamelContext camel;
  private final StageSwitches switches;
  private final ProducerTemplate template;
  private final HeldRoutes held;
  private final RouteFailures failures = new RouteFailures();
  private final RouteTimes times = new RouteTimes();

  /** Watches this context from now on. */
  public CamelRouteBoard(CamelContext camel, StageSwitches switches, HeldRoutes held) {
    this.camel = camel;
    this.switches = switches;
    this.held = held;
    this.template = camel.createProducerTemplate();
    camel.getManagementStrategy().addEventNotifier(failures);
    camel.getManagementStrategy().addEventNotifier(times);
  }

  @Override
  public List<RouteStatus> all() {
    return Stream.concat(
            camel.getRoutes().stream().map(this::status),
            held.all().stream().filter(id -> camel.getRoute(id) == null).map(this::notThere))
        .sorted(Comparator.comparing(RouteStatus::id))
        .toList();
  }

  @Override
  public void set(Stage stage, boolean on) {
    if (switches.set(stage, on) && on) {
      template.sendBody(StageRoutes.wakeUri(stage), "");
    }
  }

  @Override
  public boolean act(String routeId, RouteAct act) {
    Optional<RouteStatus> route =
        all().stream()
            .filter(each -> each.id().equals(routeId))
            .filter(each -> each.acts().contains(act))
            .findFirst();
    if (route.isEmpty()) {
      return false;
    }
    Stage stage = route.get().stage();
    if (stage != null) {
      set(stage, act == RouteAct.START);
      return true;
    }
    try {
      return act(routeId, act, camel.getRouteController());
    } catch (Exception e) { // Camel declares no narrower type
      throw new IllegalStateException("route " + routeId + " cannot " + act, e);
    }
  }

  /** Held before it stops: else its supervisor might start it again between the two. */
  private boolean act(String routeId, RouteAct act, RouteController routes) throws Exception {
    return switch (act) {
      case START, RESUME -> {
        if (camel.getRoute(routeId) != null) {
          begin(routes, routeId, act);
        }
        held.release(routeId);
        yield true;
      }
      case STOP, SUSPEND -> {
        held.hold(routeId);
        boolean ended = act == RouteAct.SUSPEND ? suspend(routes, routeId) : stop(routes, routeId);
        if (!ended) {
          held.release(routeId);
        }
        yield ended;
      }
    };
  }

  private static void begin(RouteController routes, String routeId, RouteAct act) throws Exception {
    if (act == RouteAct.START) {
      routes.startRoute(routeId);
    } else {
      routes.resumeRoute(routeId);
    }
  }

  private static boolean stop(RouteController routes, String routeId) throws Exception {
    return routes.stopRoute(routeId, PATIENCE_SECONDS, TimeUnit.SECONDS, true);
  }

  private static boolean suspend(RouteController routes, String routeId) throws Exception {
    routes.suspendRoute(routeId, PATIENCE_SECONDS, TimeUnit.SECONDS);
    return true;
  }

  private RouteStatus status(Route route) {
    String id = route.getRouteId();
    RouteFailures.Failed failed = failures.of(id);
    Stage stage = stage(id);
    RouteState state = stage == null || switches.on(stage) ? state(id) : RouteState.SWITCHED_OFF;
    return new RouteStatus(
        id,
        FolderSupervisor.companyOf(id),
        stage,
        state,
        acts(route, stage, state),
        camel.getInflightRepository().size(id),
        times.mean(id),
        failed.times(),
        failed.at(),
        failed.message());
  }

  /** Of a road that is held and has gone meanwhile, since this process has not got it now. */
  private RouteStatus notThere(String id) {
    return new RouteStatus(
        id,
        FolderSupervisor.companyOf(id),
        null,
        RouteState.SWITCHED_OFF,
        Set.of(RouteAct.START),
        0,
        null,
        0,
        null,
        null);
  }

  private static Set<RouteAct> acts(Route route, @Nullable Stage stage, RouteState state) {
    if (stage != null) {
      return Set.of(state == RouteState.SWITCHED_OFF ? RouteAct.START : RouteAct.STOP);
    }
    boolean alone =
        !route.getEndpoint().getEndpointUri().startsWith("direct:")
            && !route.getRouteId().equals(CareRoutes.HEARTBEAT);
    if (!alone) {
      return Set.of();
    }
    return switch (state) {
      case RUNNING -> Set.of(RouteAct.SUSPEND, RouteAct.STOP);
      case SUSPENDED -> Set.of(RouteAct.RESUME, RouteAct.STOP);
      case SWITCHED_OFF, STOPPED -> Set.of(RouteAct.START);
      case CHANGING -> Set.of();
    };
  }

  private RouteState state(String id) {
    ServiceStatus status = camel.getRouteController().getRouteStatus(id);
    boolean byPerson = held.holds(id);
    if (status != null && status.isSuspended()) {
      return byPerson ? RouteState.SUSPENDED : RouteState.STOPPED;
    }
    if (status == null || status.isStopped()) {
      return byPerson ? RouteState.SWITCHED_OFF : RouteState.STOPPED;
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
