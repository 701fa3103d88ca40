package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.dunlin.console.right.Permitted;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * How a company stands: what is owed, what changed, what to do, and how far it is switched on. It
 * needs no right, so that whoever has no role yet is told so; a company is shown to its people.
 */
@Controller
@Open
class DashboardPage {
  private final Frames frames;
  private final DashboardReader dashboards;

  DashboardPage(Frames frames, DashboardReader dashboards) {
    this.frames = frames;
    this.dashboards = dashboards;
  }

  @GetMapping("/")
  String dashboard(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    Optional<String> chosen = frames.chosen(company, request);
    if (chosen.isEmpty()) {
      model.addAttribute("look", Appearance.of(request));
      model.addAttribute("csrf", Frames.csrf(request));
      model.addAttribute(
          "mayAdd", Permitted.of(request.getUserPrincipal()).mayEverywhere(Right.CONNECT));
      return "empty";
    }
    Frame frame = frames.of(chosen.get(), request);
    model.addAttribute("frame", frame);
    model.addAttribute("dashboard", dashboards.read(frame, Tour.isWanted(frame, request)));
    return "dashboard";
  }

  /** The reader has seen enough of the tour, or wants it back. */
  @PostMapping("/tour")
  String tour(
      @RequestParam String company,
      @RequestParam boolean wanted,
      HttpServletRequest request,
      HttpServletResponse response) {
    Tour.remember(wanted, response);
    return "redirect:/?" + frames.of(company, request).query();
  }
}
