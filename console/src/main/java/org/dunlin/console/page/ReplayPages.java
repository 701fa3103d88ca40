package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.replay.Replay;
import org.dunlin.store.replay.ReplayChoice;
import org.dunlin.work.person.ReplayMany;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done again for many at once: how many before it begins, and how far it has come. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/replays")
class ReplayPages {
  private static final int MOST = 50;

  private final Frames frames;
  private final Stores stores;
  private final ReplayMany replayMany;

  ReplayPages(Frames frames, Stores stores, ReplayMany replayMany) {
    this.frames = frames;
    this.stores = stores;
    this.replayMany = replayMany;
  }

  @GetMapping
  String list(
      @RequestParam String company,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    Listing listing = Listing.of("/replays", company).with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("listing", listing);
    model.addAttribute("replays", stores.replays().page(company, listing.after(), MOST));
    return "replays";
  }

  /** How many there are that fit, and the button that begins. */
  @Needs(Right.OPERATE)
  @GetMapping("/new")
  String confirm(
      @RequestParam String company,
      @ModelAttribute ReplayForm form,
      HttpServletRequest request,
      Model model) {
    frames.mustExist(company);
    ReplayChoice choice = form.choice();
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("choice", choice);
    model.addAttribute("count", replayMany.count(company, choice));
    return "replayNew";
  }

  /** Those that were ticked, or all that fit. */
  @Needs(Right.OPERATE)
  @PostMapping
  String begin(
      @RequestParam String company,
      @RequestParam(defaultValue = "false") boolean ticked,
      @ModelAttribute ReplayForm form,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.mustExist(company);
    Said said = frames.said(company, request, next);
    if (ticked && form.ids().isEmpty()) {
      return said.refused("replays.none-chosen");
    }
    if (form.ids().size() > ReplayMany.MOST_CHOSEN) {
      throw new NotHere();
    }
    Optional<UUID> begun = replayMany.begin(company, form.choice(), by.getName());
    if (begun.isEmpty()) {
      return said.refused("replays.nothing");
    }
    next.addFlashAttribute(Said.SAID, Appearance.of(request).words().say("replays.begun.said"));
    return "redirect:" + Address.of("/replays/" + begun.get(), company);
  }

  @GetMapping("/{id}")
  String one(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("replay", find(company, id));
    return "replay";
  }

  @Needs(Right.OPERATE)
  @PostMapping("/{id}/stop")
  String stop(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    find(company, id);
    Said said = frames.said(company, request, next);
    return replayMany.stop(company, id, by.getName())
        ? said.done("replays.stopped.said")
        : said.refused("replays.at-end");
  }

  private Replay find(String company, UUID id) {
    return stores.replays().find(company, id).orElseThrow(NotHere::new);
  }
}
