package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.dunlin.console.right.Needs;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.SwitchRoute;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The routes of the process that answers: how each is doing, and its switches. */
@RestController
@Needs(value = Right.SEE, hub = true)
@RequestMapping(path = "/api/v1/routes", produces = MediaType.APPLICATION_JSON_VALUE)
class RouteApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final RouteBoard routes;
  private final SwitchRoute switchRoute;

  RouteApi(RouteBoard routes, SwitchRoute switchRoute) {
    this.routes = routes;
    this.switchRoute = switchRoute;
  }

  /** All of them; they are few, and stand on one page. */
  @GetMapping
  byte[] all() {
    return RecordApi.json(routes.all().stream().map(RouteApi::line).toList(), null);
  }

  /** Has one start, stop, wait or go on. */
  @Needs(value = Right.OPERATE, hub = true)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  byte[] act(HttpServletRequest request, Authentication by) throws IOException {
    TalkBody body = TalkBody.of(request, "An act", "route", "act");
    String id = body.textNeeded("route");
    RouteAct act = body.wordNeeded("act", RouteAct.class);
    find(id);
    if (!switchRoute.act(id, act, by.getName())) {
      throw ProblemType.OTHER_STATE.because(
          "The route may not do that now, or is in the middle of something; acts says what it"
              + " may.");
    }
    return line(find(id)).getBytes(StandardCharsets.UTF_8);
  }

  private RouteStatus find(String id) {
    return routes.all().stream()
        .filter(route -> route.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("This process has no such route."));
  }

  private static String line(RouteStatus route) {
    ObjectNode line = JSON.createObjectNode().put("type", "route").put("id", route.id());
    put(line, "company", route.companyId());
    line.put("state", route.state().name());
    ArrayNode acts = line.putArray("acts");
    route.acts().stream().sorted().forEach(act -> acts.add(act.name()));
    line.put("inFlight", route.inFlight());
    Duration mean = route.mean();
    if (mean != null) {
      line.put("meanMillis", mean.toMillis());
    }
    line.put("failures", route.failures());
    put(line, "lastFailureAt", route.lastFailureAt());
    put(line, "lastFailure", route.lastFailure());
    return line.toString();
  }

  private static void put(ObjectNode json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value.toString());
    }
  }
}
