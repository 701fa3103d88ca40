package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.RollOutTicks.Tick;
import org.dunlin.work.rollout.CheckedPoint;
import org.dunlin.work.rollout.Point;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.Standing;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a company stands between shadow and live, and what stands before the next step. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/roll-out",
    produces = MediaType.APPLICATION_JSON_VALUE)
class RollOutApi {
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;
  private final RollOut rollOut;

  RollOutApi(Stores stores, RollOut rollOut) {
    this.stores = stores;
    this.rollOut = rollOut;
  }

  @GetMapping
  ObjectNode standing(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    return json(rollOut.of(company));
  }

  /** Says that a point is seen to that only a person can know. */
  @Needs(Right.CONNECT)
  @PutMapping("/{point}")
  ObjectNode tick(@PathVariable String company, @PathVariable String point, Authentication by) {
    CompanyApi.mustExist(stores, company);
    Point meant = point(point);
    if (!meant.person()) {
      throw ProblemType.OTHER_STATE.because("The hub checks this point itself.");
    }
    rollOut.tick(company, meant, by.getName());
    return standing(company);
  }

  /** Takes that back. */
  @Needs(Right.CONNECT)
  @DeleteMapping("/{point}")
  ObjectNode untick(@PathVariable String company, @PathVariable String point, Authentication by) {
    CompanyApi.mustExist(stores, company);
    rollOut.untick(company, point(point), by.getName());
    return standing(company);
  }

  private static Point point(String name) {
    return Arrays.stream(Point.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> ProblemType.NOT_FOUND.because("There is no such point."));
  }

  private static ObjectNode json(Standing standing) {
    ObjectNode json = JSON.createObjectNode().put("step", standing.now().name());
    ArrayNode points = json.putArray("points");
    for (CheckedPoint each : standing.points()) {
      ObjectNode point = points.addObject().put("point", each.point().name());
      point.put("before", each.point().before().name());
      point.put("done", each.done());
      point.put("blocks", each.point().blocks());
      ArrayNode found = point.putArray("found");
      each.found().forEach(value -> found.add(String.valueOf(value)));
      Tick tick = each.tick();
      if (tick != null) {
        point.put("by", tick.by()).put("on", tick.on().toString());
      }
    }
    return json;
  }
}
