package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/**
 * Has a single route of this process start, stop, wait or go on. It is noted in the journal of the
 * company whose road it is, and of a route that serves all companies in that of each. A stage is
 * stopped and started by its switch ({@link SwitchStage}).
 */
public final class SwitchRoute {
  private final Stores stores;
  private final RouteBoard routes;
  private final SwitchStage switchStage;

  /** Over these stores and the routes of this process. */
  public SwitchRoute(Stores stores, RouteBoard routes) {
    this.stores = stores;
    this.routes = routes;
    switchStage = new SwitchStage(stores, routes);
  }

  /**
   * False where the route may not do that now, or is in the middle of something. Noted before it is
   * done: a switch that nobody knows of is worse than a note too many.
   */
  public boolean act(String routeId, RouteAct act, String by) {
    Optional<RouteStatus> route =
        routes.all().stream()
            .filter(each -> each.id().equals(routeId))
            .filter(each -> each.acts().contains(act))
            .findFirst();
    if (route.isEmpty()) {
      return false;
    }
    Stage stage = route.get().stage();
    if (stage != null) {
      switchStage.to(stage, act == RouteAct.START, by);
      return true;
    }
    stores.transactions().run(() -> note(route.get(), act, by));
    return routes.act(routeId, act);
  }

  private void note(RouteStatus route, RouteAct act, String by) {
    String owner = route.companyId();
    for (String companyId : owner == null ? stores.companies().ids() : List.of(owner)) {
      LocalDate today = stores.companies().businessDate(stores.companies().profile(companyId));
      stores
          .journal()
          .append(
              companyId, Happening.to("route", route.id(), "ROUTE_" + done(act), by, today, ""));
    }
  }

  private static String done(RouteAct act) {
    return switch (act) {
      case START -> "STARTED";
      case STOP -> "STOPPED";
      case SUSPEND -> "SUSPENDED";
      case RESUME -> "RESUMED";
    };
  }
}
