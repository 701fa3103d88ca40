package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened, and who or what did it. */
@Controller
@Needs(Right.SEE)
class JournalPage {
  private static final int MOST = 50;

  private final Frames frames;
  private final Stores stores;

  JournalPage(Frames frames, Stores stores) {
    this.frames = frames;
    this.stores = stores;
  }

  /** Both choices are optional, and empty where a form leaves them open. */
  @GetMapping("/journal")
  String journal(
      @RequestParam String company,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String event,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    JournalChoice choice = JournalChoice.of(subject, event);
    Listing listing =
        Listing.of("/journal", company)
            .with("subject", choice.subject())
            .with("event", choice.event())
            .with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("choice", choice);
    model.addAttribute("listing", listing);
    model.addAttribute(
        "entries",
        stores.journal().page(company, choice.subject(), choice.event(), listing.after(), MOST));
    return "journal";
  }
}
