package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.Action;
import org.dunlin.store.access.Right;
import org.dunlin.work.dun.KeptAhead;
import org.dunlin.work.dun.PreviewPlans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes out in the days to come, what is held and why. */
@Controller
@Needs(Right.SEE)
class AheadPage {
  private final Frames frames;
  private final KeptAhead kept;

  AheadPage(Frames frames, KeptAhead kept) {
    this.frames = frames;
    this.kept = kept;
  }

  @GetMapping("/ahead")
  String ahead(
      @RequestParam String company,
      @RequestParam(defaultValue = "30") int days,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    int reach = Math.clamp(days, 1, PreviewPlans.MOST_DAYS);
    KeptAhead.Shown shown = Foreseen.on(model, () -> kept.of(company, reach));
    PreviewPlans.Ahead ahead = shown == null ? null : shown.ahead();
    Map<LocalDate, List<Action>> byDay = new LinkedHashMap<>();
    if (ahead != null) {
      ahead
          .actions()
          .forEach(
              action -> byDay.computeIfAbsent(action.on(), on -> new ArrayList<>()).add(action));
    }
    model.addAttribute("frame", frame);
    model.addAttribute("days", reach);
    model.addAttribute("ahead", ahead);
    model.addAttribute("at", shown == null ? null : shown.at());
    model.addAttribute("reckoning", shown != null && shown.reckoning());
    model.addAttribute("byDay", byDay);
    return "ahead";
  }
}
