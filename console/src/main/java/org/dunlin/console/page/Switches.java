package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.Stores;
import org.dunlin.work.person.Decisions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The switches: how far a company is on, the stop of everything, the pause of a connection. */
@Controller
class Switches {
  private final Frames frames;
  private final Stores stores;
  private final Decisions decisions;

  Switches(Frames frames, Stores stores, Decisions decisions) {
    this.frames = frames;
    this.stores = stores;
    this.decisions = decisions;
  }

  /** What going live means, and the button that does it. */
  @GetMapping("/live")
  String live(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("ready", stores.views().heldReminders().byShadowOnly(company));
    return "live";
  }

  @PostMapping("/mode")
  String mode(
      @RequestParam String company,
      @RequestParam DunningMode mode,
      @RequestParam(defaultValue = "false") boolean confirmed,
      Principal by,
      RedirectAttributes next) {
    frames.mustExist(company);
    if (mode == DunningMode.LIVE && !confirmed) {
      return "redirect:/live?company=" + URLEncoder.encode(company, StandardCharsets.UTF_8);
    }
    try {
      decisions.switchTo(company, mode, by.getName());
    } catch (IllegalArgumentException refused) {
      return Said.refused(next, company, "", String.valueOf(refused.getMessage()));
    }
    String sentence = "The mode is " + Names.of(mode) + " now: it " + Names.meaning(mode) + ".";
    return Said.done(next, company, "", sentence);
  }

  @PostMapping("/stop")
  String stop(
      @RequestParam String company,
      @RequestParam boolean stopped,
      Principal by,
      RedirectAttributes next) {
    frames.mustExist(company);
    decisions.stop(stopped, by.getName());
    String sentence =
        stopped
            ? "Stopped: nothing leaves the hub, of any company, until somebody lets it go on."
            : "Started again: what waits may leave.";
    return Said.done(next, company, "", sentence);
  }

  @PostMapping("/restored")
  String restored(@RequestParam String company, Principal by, RedirectAttributes next) {
    frames.mustExist(company);
    decisions.settleRestore(by.getName());
    String sentence =
        "The restore is settled: reminders of live companies leave by themselves again.";
    return Said.done(next, company, "", sentence);
  }

  @PostMapping("/connections/{id}/pause")
  String pause(
      @RequestParam String company,
      @PathVariable String id,
      @RequestParam boolean paused,
      Principal by,
      RedirectAttributes next) {
    if (stores.connections().find(company, id).isEmpty()) {
      throw new NotHere();
    }
    decisions.pause(company, id, paused, by.getName());
    String sentence = "Connection " + id + (paused ? " is paused." : " goes on.");
    return Said.done(next, company, "flows", sentence);
  }
}
