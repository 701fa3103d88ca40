package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of the hub's settings, each with its origin. */
@Controller
@Needs(value = Right.ADMINISTER, hub = true)
class SettingsPage {
  private final Frames frames;
  private final ShownSettings settings;

  SettingsPage(Frames frames, ShownSettings settings) {
    this.frames = frames;
    this.settings = settings;
  }

  @GetMapping("/settings")
  String settings(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    Optional<String> chosen = frames.chosen(company, request);
    if (chosen.isEmpty()) {
      return "redirect:/companies/new";
    }
    model.addAttribute("frame", frames.of(chosen.get(), request));
    model.addAttribute("settings", settings);
    return "settings";
  }
}
