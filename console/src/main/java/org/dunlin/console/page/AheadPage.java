package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Action;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.dun.PreviewPlans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes out in the days to come, what is held and why. */
@Controller
@Needs(Right.SEE)
class AheadPage {
  private static final int MOST = 500;

  private final Frames frames;
  private final PreviewPlans preview;

  AheadPage(Frames frames, Stores stores) {
    this.frames = frames;
    preview = new PreviewPlans(stores);
  }

  @GetMapping("/ahead")
  String ahead(
      @RequestParam String company,
      @RequestParam(defaultValue = "30") int days,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    int reach = Math.clamp(days, 1, PreviewPlans.MOST_DAYS);
    PreviewPlans.Ahead ahead = Foreseen.on(model, () -> preview.ahead(company, reach));
    Map<LocalDate, List<Action>> byDay = new LinkedHashMap<>();
    List<Action> actions = ahead == null ? List.of() : ahead.actions();
    actions.stream()
        .limit(MOST)
        .forEach(action -> byDay.computeIfAbsent(action.on(), on -> new ArrayList<>()).add(action));
    model.addAttribute("frame", frame);
    model.addAttribute("days", reach);
    model.addAttribute("ahead", ahead);
    model.addAttribute("byDay", byDay);
    model.addAttribute("most", MOST);
    return "ahead";
  }
}
