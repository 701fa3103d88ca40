package org.dunlin.config.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.Stores;
import org.dunlin.work.watch.Gauge;
import org.dunlin.work.watch.Reading;

/** Whether the hub can take and work off what comes; its database was migrated when it started. */
public final class Readiness {
  /** Flows in which nothing waits by intent: what is to leave may wait for an hour of day. */
  private static final Set<String> PROMPT = Set.of("translate", "match");

  private final Stores stores;
  private final RouteBoard routes;
  private final Metrics metrics;
  private final Duration mostLag;

  /**
   * @param mostLag for how long something may wait on a hub that is ready
   */
  public Readiness(Stores stores, RouteBoard routes, Metrics metrics, Duration mostLag) {
    this.stores = stores;
    this.routes = routes;
    this.metrics = metrics;
    this.mostLag = mostLag;
  }

  /** What keeps it from being ready, as sentences; none when it is. They name no customer. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    try {
      stores.settings().stopped();
    } catch (RuntimeException e) {
      problems.add("The database cannot be reached.");
    }
    for (RouteStatus route : routes.all()) {
      if (route.stage() != null && route.state() == RouteState.STOPPED) {
        problems.add("The stage " + route.id() + " does not run.");
      }
    }
    for (Reading reading : metrics.last()) {
      if (reading.gauge() == Gauge.LAG
          && PROMPT.contains(reading.values().get(2))
          && reading.value().longValue() > mostLag.toSeconds()) {
        problems.add(
            "In "
                + reading.values().get(2)
                + " of company "
                + reading.values().getFirst()
                + " something has waited for "
                + reading.value()
                + " seconds.");
      }
    }
    return problems;
  }
}
