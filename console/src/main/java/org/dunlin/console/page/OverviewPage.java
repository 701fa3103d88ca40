package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page: how a company stands. */
@Controller
class OverviewPage {
  private final Frames frames;
  private final OverviewReader overviews;

  OverviewPage(Frames frames, OverviewReader overviews) {
    this.frames = frames;
    this.overviews = overviews;
  }

  @GetMapping("/")
  String overview(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    Optional<String> chosen = frames.chosen(company);
    if (chosen.isEmpty()) {
      model.addAttribute("look", Appearance.of(request));
      model.addAttribute("csrf", Frames.csrf(request));
      return "empty";
    }
    Frame frame = frames.of(chosen.get(), request);
    model.addAttribute("frame", frame);
    model.addAttribute("overview", overviews.read(chosen.get(), frame.businessDate()));
    return "overview";
  }
}
