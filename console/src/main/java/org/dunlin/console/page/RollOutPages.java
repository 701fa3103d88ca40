package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.right.Needs;
import org.dunlin.store.access.Right;
import org.dunlin.work.rollout.Point;
import org.dunlin.work.rollout.RollOut;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a company stands on its way from shadow to live, and what stands before the next step. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/roll-out")
class RollOutPages {
  private final Frames frames;
  private final RollOut rollOut;

  RollOutPages(Frames frames, RollOut rollOut) {
    this.frames = frames;
    this.rollOut = rollOut;
  }

  @GetMapping
  String rollOut(@RequestParam String company, HttpServletRequest request, Model model) {
    Frame frame = frames.of(company, request);
    model.addAttribute("frame", frame);
    model.addAttribute("standing", rollOut.of(company));
    return "rollOut";
  }

  @Needs(Right.CONNECT)
  @PostMapping
  String tick(
      @RequestParam String company,
      @RequestParam Point point,
      @RequestParam boolean done,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    boolean changed =
        done
            ? rollOut.tick(company, point, by.getName())
            : rollOut.untick(company, point, by.getName());
    Said said = frames.said(company, request, next);
    return changed ? said.done("rollout.noted") : said.refused("rollout.not-noted");
  }
}
