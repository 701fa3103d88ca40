package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.right.Needs;
import org.dunlin.core.port.RouteAct;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.RouteStatus;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.SwitchRoute;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switches of a single route of this process: what one means, and the button that does it. */
@Controller
@Needs(value = Right.OPERATE, hub = true)
@RequestMapping("/flows/route/{act}")
class RoutePages {
  private final Frames frames;
  private final RouteBoard routes;
  private final SwitchRoute switchRoute;

  RoutePages(Frames frames, RouteBoard routes, SwitchRoute switchRoute) {
    this.frames = frames;
    this.routes = routes;
    this.switchRoute = switchRoute;
  }

  @GetMapping
  String confirm(
      @RequestParam String company,
      @RequestParam String route,
      @PathVariable RouteAct act,
      HttpServletRequest request,
      Model model) {
    RouteStatus found = find(company, route);
    if (!found.acts().contains(act)) {
      throw new NotHere();
    }
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("route", found);
    model.addAttribute("act", act);
    return "route";
  }

  @PostMapping
  String act(
      @RequestParam String company,
      @RequestParam String route,
      @PathVariable RouteAct act,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, route);
    Said said = frames.said(company, request, next);
    return switchRoute.act(route, act, by.getName())
        ? said.done("route.done." + act.name(), route)
        : said.refused("route.not-done", route);
  }

  /** Of this company, or of all. */
  private RouteStatus find(String company, String route) {
    frames.mustExist(company);
    return routes.all().stream()
        .filter(each -> each.id().equals(route))
        .filter(each -> each.companyId() == null || each.companyId().equals(company))
        .findFirst()
        .orElseThrow(NotHere::new);
  }
}
