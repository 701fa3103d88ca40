package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.view.Found;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whatever somebody quotes leads to what it stands for. */
@Controller
@Needs(Right.SEE)
class SearchPage {
  private final Frames frames;
  private final Stores stores;

  SearchPage(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  /** The only one that is exactly what was quoted is shown at once. */
  @GetMapping("/search")
  String search(
      @RequestParam String company,
      @RequestParam(defaultValue = "") String q,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    List<Found> found = stores.views().search().of(company, q);
    List<Found> exact = found.stream().filter(Found::exact).toList();
    if (exact.size() == 1) {
      return "redirect:" + Address.of(path(exact.getFirst()), company);
    }
    model.addAttribute("frame", frame);
    model.addAttribute("quoted", q.strip());
    model.addAttribute("found", found);
    return "found";
  }

  /** The page of what was found. */
  private static String path(Found found) {
    return Subjects.path(found.kind().name().toLowerCase(Locale.ROOT)) + found.id();
  }
}
