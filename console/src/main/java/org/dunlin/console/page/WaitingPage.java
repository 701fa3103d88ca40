package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteState;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Retries;
import org.dunlin.work.offer.ShownConnections;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is being retried and when, and what waits for something. */
@Controller
@Needs(Right.SEE)
class WaitingPage {
  /** So many of each reason. */
  private static final int EACH = 5;

  private static final int MOST = 100;

  private final Frames frames;
  private final Stores stores;
  private final ShownConnections connections;
  private final RouteBoard routes;

  WaitingPage(Frames frames, Stores stores, ShownConnections connections, RouteBoard routes) {
    this.frames = frames;
    this.stores = stores;
    this.connections = connections;
    this.routes = routes;
  }

  @GetMapping("/waiting")
  String waiting(@RequestParam String company, HttpServletRequest request, Model model) {
    Retries retries = stores.views().retries();
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("deliveries", retries.brokenOff(company, MOST));
    model.addAttribute("effects", WaitingAlike.of(retries.betweenAttempts(company, EACH, MOST)));
    model.addAttribute("messages", WaitingAlike.of(retries.notYet(company, EACH, MOST)));
    model.addAttribute("connections", waiting(company));
    model.addAttribute(
        "routes", routes.all().stream().filter(route -> isStopped(route, company)).toList());
    return "waiting";
  }

  private List<WaitingConnection> waiting(String company) {
    return connections.of(company).stream()
        .map(WaitingConnection::of)
        .filter(WaitingConnection::waits)
        .toList();
  }

  private static boolean isStopped(RouteStatus route, String company) {
    boolean stopped =
        route.state() == RouteState.SWITCHED_OFF
            || route.state() == RouteState.SUSPENDED
            || route.state() == RouteState.STOPPED;
    return stopped && (route.companyId() == null || route.companyId().equals(company));
  }
}
