package org.dunlin.routes.road;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.dunlin.core.road.Road;
import org.dunlin.routes.HeldRoutes;
import org.dunlin.work.road.RoadLog;
import org.dunlin.work.road.Roads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs one route for each road that this process holds, and only for those: started one after the
 * other, stopped when the connection is paused, changed, removed or held by another process.
 */
public final class RoadSupervisor {
  private static final Logger LOG = LoggerFactory.getLogger(RoadSupervisor.class);

  private final CamelContext camel;
  private final Roads roads;
  private final RoadLog log;
  private final Clock clock;
  private final Duration settle;
  private final long mostBytes;
  private final HeldRoutes held;
  private final Map<String, Running> running = new HashMap<>();

  private record Running(Road road, Endpoint endpoint) {}

  /**
   * Supervises the routes of this context.
   *
   * @param settle how long a file must have had the same size and time to be taken as whole
   * @param mostBytes the largest file that is fetched
   * @param held roads that a person stopped, which are left so
   */
  public RoadSupervisor(
      CamelContext camel,
      Roads roads,
      RoadLog log,
      Clock clock,
      Duration settle,
      long mostBytes,
      HeldRoutes held) {
    this.camel = camel;
    this.roads = roads;
    this.log = log;
    this.clock = clock;
    this.settle = settle;
    this.mostBytes = mostBytes;
    this.held = held;
  }

  /** Looks at all connections once; before Camel itself has started it does nothing. */
  public synchronized void look() {
    if (!camel.getStatus().isStarted()) {
      return;
    }
    Set<String> wanted = new HashSet<>();
    for (Road road : roads.held()) {
      wanted.add(routeId(road));
      keepRunning(road);
    }
    for (String routeId : Set.copyOf(running.keySet())) {
      if (!wanted.contains(routeId)) {
        stop(routeId);
      }
    }
  }

  private void keepRunning(Road road) {
    String routeId = routeId(road);
    Running now = running.get(routeId);
    if (held.holds(routeId)) {
      return; // a person starts it again
    }
    if (now == null || !road.equals(now.road()) || !runs(routeId)) {
      stop(routeId);
      try {
        start(road, routeId);
      } catch (Exception e) { // Camel declares no narrower type
        LOG.debug("road {} cannot start", road, e);
        log.failed(road, RoadFailures.sentence(e, road));
      }
    }
  }

  private boolean runs(String routeId) {
    ServiceStatus status = camel.getRouteController().getRouteStatus(routeId);
    return status != null && status.isStarted();
  }

  private void start(Road road, String routeId) throws Exception {
    RoadWatch watch = new RoadWatch(road, log, clock, settle);
    String address = address(road);
    FiledMails filed = new FiledMails();
    Endpoint endpoint =
        switch (road.kind()) {
          case SFTP -> {
            SftpServer server = SftpServer.of(camel, address, road, Patience.OF_ROADS);
            Servers.watch(server, road, watch);
            yield server;
          }
          case FTPS -> {
            FtpsServer server = FtpsServer.of(camel, address, road, Patience.OF_ROADS);
            Servers.watch(server, road, watch);
            yield server;
          }
          case MAILBOX -> Mailbox.of(camel, address, road, watch, filed);
          case UPLOAD, OUTGOING, LETTERS, AGENCY, DEBITS -> throw unseen(road);
        };
    RouteBuilder route =
        switch (road.kind()) {
          case SFTP, FTPS -> new ServerRoute(routeId, address, road, watch, mostBytes);
          case MAILBOX -> new MailboxRoute(routeId, address, road, watch, filed, mostBytes);
          case UPLOAD, OUTGOING, LETTERS, AGENCY, DEBITS -> throw unseen(road);
        };
    camel.addEndpoint(address, endpoint);
    running.put(routeId, new Running(road, endpoint));
    camel.addRoutes(route);
    LOG.info("looking for files of company {} by {}", road.companyId(), road.connectionId());
  }

  private void stop(String routeId) {
    Running stopped = running.remove(routeId);
    if (stopped != null) {
      try {
        camel.getRouteController().stopRoute(routeId);
        camel.removeRoute(routeId);
        camel.removeEndpoint(stopped.endpoint());
      } catch (Exception e) { // Camel declares no narrower type
        throw new IllegalStateException("route " + routeId + " cannot be stopped", e);
      }
    }
  }

  /** As folders have it: with a stroke between the names, which may have hyphens of their own. */
  private static String routeId(Road road) {
    return "intake/" + road.companyId() + "/" + road.connectionId();
  }

  private static IllegalArgumentException unseen(Road road) {
    return new IllegalArgumentException("nobody looks there: " + road);
  }

  private static String address(Road road) {
    String scheme =
        switch (road.kind()) {
          case SFTP -> "sftp";
          case FTPS -> "ftps";
          case MAILBOX -> "imaps";
          case UPLOAD, OUTGOING, LETTERS, AGENCY, DEBITS -> throw unseen(road);
        };
    return scheme + "://" + road.companyId() + "/" + road.connectionId();
  }
}
