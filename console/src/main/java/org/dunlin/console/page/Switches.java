package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.right.Needs;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.rollout.CheckedPoint;
import org.dunlin.work.rollout.NotReady;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switches: how far a company is on, the stop of everything, the pause of a connection. */
@Controller
@Needs(Right.CONNECT)
class Switches {
  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;
  private final SwitchMode modes;
  private final RollOut rollOut;
  private final SteerProgram steerProgram;

  Switches(
      Frames frames,
      Stores stores,
      Decisions decisions,
      SwitchMode modes,
      RollOut rollOut,
      SteerProgram steerProgram) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
    this.modes = modes;
    this.rollOut = rollOut;
    this.steerProgram = steerProgram;
  }

  /** What going live means, what stands before it, and the button that does it. */
  @GetMapping("/live")
  String live(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("ready", stores.views().heldReminders().byShadowOnly(company));
    model.addAttribute(
        "open", rollOut.of(company).beforeLive().stream().map(CheckedPoint::point).toList());
    return "live";
  }

  @PostMapping("/mode")
  String mode(
      @RequestParam String company,
      @RequestParam DunningMode mode,
      @RequestParam(defaultValue = "false") boolean confirmed,
      @RequestParam(defaultValue = "") String anyway,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    if (mode == DunningMode.LIVE && !confirmed) {
      return "redirect:" + Address.of("/live", company);
    }
    Said said = frames.said(company, request, next);
    try {
      modes.to(company, mode, anyway, by.getName());
    } catch (NotReady notReady) {
      var unused = said.refused("switches.not-ready", notReady.open().size());
      return "redirect:" + Address.of("/live", company);
    } catch (IllegalArgumentException unfit) {
      return said.refused(
          mode == DunningMode.TEST ? "switches.no-test-mailbox" : "switches.long-reason",
          SwitchMode.LONGEST_REASON);
    }
    return said.done("switches.mode." + mode);
  }

  @Needs(value = Right.ADMINISTER, hub = true)
  @PostMapping("/stop")
  String stop(
      @RequestParam String company,
      @RequestParam boolean stopped,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    decisions.stop(stopped, by.getName());
    return frames
        .said(company, request, next)
        .done(stopped ? "switches.stopped" : "switches.started");
  }

  @Needs(value = Right.ADMINISTER, hub = true)
  @PostMapping("/restored")
  String restored(
      @RequestParam String company,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    decisions.settleRestore(by.getName());
    return frames.said(company, request, next).done("switches.restore-settled");
  }

  @Needs(Right.OPERATE)
  @PostMapping("/connections/{id}/pause")
  String pause(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam boolean paused,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    if (stores.connections().find(company, id).isEmpty()) {
      throw new NotHere();
    }
    if (stores.programs().linked().find(company, id).isEmpty()) {
      decisions.pause(company, id, paused, by.getName());
    } else if (paused) {
      steerProgram.pause(company, id, Author.onPage(by.getName()));
    } else {
      steerProgram.resume(company, id, Author.onPage(by.getName()));
    }
    return frames
        .said(company, request, next)
        .done(paused ? "switches.paused" : "switches.resumed", id);
  }
}
