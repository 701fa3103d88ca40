package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.offer.Offers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How everything moves: the flows of a company, and the routes that carry them. */
@Controller
@Needs(Right.SEE)
class FlowsPage {
  private final Frames frames;
  private final Stores stores;
  private final Offers offers;
  private final RouteBoard routes;

  FlowsPage(Frames frames, Stores stores, Offers offers, RouteBoard routes) {
    this.frames = frames;
    this.stores = stores;
    this.offers = offers;
    this.routes = routes;
  }

  @GetMapping("/flows")
  String flows(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    model.addAttribute("frame", frame);
    model.addAttribute("flows", FlowGroups.of(stores, offers, company, frame.words().now()));
    model.addAttribute("routes", routesOf(company));
    return "flows";
  }

  /** Roads of other companies are not shown. */
  private List<RouteStatus> routesOf(String company) {
    return routes.all().stream()
        .filter(route -> route.companyId() == null || route.companyId().equals(company))
        .toList();
  }
}
