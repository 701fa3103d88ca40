package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.console.right.Needs;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to try the API. */
@Controller
@Needs(Right.SEE)
class ApiPage {
  private final Frames frames;

  ApiPage(Frames frames) {
    this.frames = frames;
  }

  @GetMapping("/api")
  String page(
      @RequestParam(required = false) @Nullable String company,
      HttpServletRequest request,
      Model model) {
    String chosen = frames.chosen(company, request).orElseThrow(NotHere::new);
    model.addAttribute("frame", frames.of(chosen, request));
    return "api";
  }
}
