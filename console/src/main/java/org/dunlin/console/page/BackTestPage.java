package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.right.Needs;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.core.profile.WrongProfile;
import org.dunlin.store.access.Right;
import org.dunlin.work.dun.ReplayDunning;
import org.dunlin.work.match.BackTestCompany;
import org.dunlin.work.match.BackTestCompany.Outcome;
import org.dunlin.work.profile.Author;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.profile.SetInFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How matching and dunning would have done over a company's own past. */
@Controller
@Needs(Right.SEE)
class BackTestPage {
  private final Frames frames;
  private final BackTestCompany backTest;
  private final ReplayDunning replay;
  private final ChangeProfile changes;

  BackTestPage(
      Frames frames, BackTestCompany backTest, ReplayDunning replay, ChangeProfile changes) {
    this.frames = frames;
    this.backTest = backTest;
    this.replay = replay;
    this.changes = changes;
  }

  /**
   * The page, which says what a back-test is until somebody wants one.
   *
   * @param run whether the past is to be matched anew
   * @param remind whether the reminders of the past are to be played
   * @param plan by which; empty: by those in force
   */
  @GetMapping("/back-test")
  String backTest(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean run,
      @RequestParam(defaultValue = "false") boolean remind,
      @RequestParam(defaultValue = "") String plan,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Optional<Outcome> outcome = run ? backTest.run(company) : Optional.empty();
    model.addAttribute("frame", frame);
    List<String> plans = replay.plans(company);
    String chosen = plans.contains(plan) ? plan : null;
    Optional<ReplayDunning.Outcome> played =
        remind ? replay.run(company, chosen) : Optional.empty();
    model.addAttribute("busy", run && outcome.isEmpty() || remind && played.isEmpty());
    model.addAttribute("plans", plans);
    model.addAttribute("plan", chosen == null ? "" : chosen);
    played.ifPresent(found -> model.addAttribute("played", found));
    outcome.ifPresent(
        found -> model.addAttribute("tested", BackTested.of(found, frame.company().company())));
    return "backTest";
  }

  /** Makes the proposed confidence the company's. */
  @Needs(Right.PLAN)
  @PostMapping("/back-test/threshold")
  String use(
      @RequestParam String company,
      @RequestParam String threshold,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    try {
      changes.change(
          company,
          null,
          Map.of(ProfileField.AUTO_THRESHOLD, threshold),
          Author.onPage(by.getName()));
      next.addFlashAttribute(Said.SAID, frame.say("backtest.set.done", threshold));
    } catch (WrongProfile wrong) {
      next.addFlashAttribute(Said.REFUSED, frame.say("profile.fault.NOT_A_SHARE", threshold));
    } catch (SetInFile refused) {
      next.addFlashAttribute(Said.REFUSED, CompanyPages.inFile(frame.words(), refused));
    }
    return "redirect:/back-test?" + frame.query();
  }
}
