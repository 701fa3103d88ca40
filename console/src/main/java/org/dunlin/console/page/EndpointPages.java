package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.right.Needs;
import org.dunlin.core.event.EventKind;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.event.RefusedEndpoint;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The programs that are told what happens: which, of what, and how that goes. */
@Controller
@Needs(Right.SEE)
@RequestMapping("/endpoints")
class EndpointPages {
  private static final int MOST = 50;
  private static final String SECRET = "secret";

  private final Frames frames;
  private final Stores stores;
  private final ChangeEndpoints changes;

  EndpointPages(Frames frames, Stores stores, ChangeEndpoints changes) {
    this.frames = frames;
    this.stores = stores;
    this.changes = changes;
  }

  @GetMapping
  String endpoints(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("endpoints", stores.events().endpoints().of(company));
    return "endpoints";
  }

  @GetMapping("/{id}")
  String endpoint(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String after,
      HttpServletRequest request,
      Model model) {
    EventEndpoint endpoint = here(company, id);
    Listing listing = Listing.of("/endpoints/" + id, company).with("after", after);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("endpoint", endpoint);
    model.addAttribute("listing", listing);
    model.addAttribute("told", stores.events().log().page(company, id, listing.after(), MOST));
    return "endpoint";
  }

  @Fresh
  @Needs(Right.CONNECT)
  @PostMapping
  String add(
      @RequestParam String company,
      @RequestParam String name,
      @RequestParam String address,
      @RequestParam(name = "kind", required = false) @Nullable Set<EventKind> kinds,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Said said = frames.said(company, request, next);
    try {
      ChangeEndpoints.Made made = changes.add(company, said(name, address, kinds), by.getName());
      next.addFlashAttribute(SECRET, made.secret());
      next.addAttribute("company", company);
      return "redirect:/endpoints/" + made.id();
    } catch (RefusedEndpoint refused) {
      return said.refused("endpoints.refused." + refused.reason().name());
    }
  }

  @Fresh
  @Needs(Right.CONNECT)
  @PostMapping("/{id}")
  String change(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam String name,
      @RequestParam String address,
      @RequestParam(name = "kind", required = false) @Nullable Set<EventKind> kinds,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Said said = frames.said(company, request, next);
    try {
      return done(
          said,
          "endpoints.said.changed",
          () -> changes.change(company, id, said(name, address, kinds), by.getName()));
    } catch (RefusedEndpoint refused) {
      return said.refused("endpoints.refused." + refused.reason().name());
    }
  }

  /** A new secret; the one before it signs, too, for a day. */
  @Fresh
  @Needs(Right.CONNECT)
  @PostMapping("/{id}/rotate")
  String rotate(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Optional<String> secret = changes.rotate(company, id, by.getName());
    next.addFlashAttribute(SECRET, secret.orElseThrow(NotHere::new));
    return frames.said(company, request, next).done("endpoints.said.rotated");
  }

  @Fresh
  @Needs(Right.CONNECT)
  @PostMapping("/{id}/switch")
  String switchTo(
      @RequestParam String company,
      @PathVariable UUID id,
      @RequestParam boolean on,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    here(company, id);
    Said said = frames.said(company, request, next);
    return changes.switchOn(company, id, on, by.getName())
        ? said.done(on ? "endpoints.said.on" : "endpoints.said.off")
        : said.refused("endpoints.refused.SO");
  }

  /** Sends something to see whether it arrives. */
  @Needs(Right.OPERATE)
  @PostMapping("/{id}/test")
  String test(
      @RequestParam String company,
      @PathVariable UUID id,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(
        frames.said(company, request, next),
        "endpoints.said.test",
        () -> changes.test(company, id));
  }

  @Fresh
  @Needs(Right.CONNECT)
  @PostMapping("/{id}/remove")
  String remove(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    if (!changes.remove(company, id, by.getName())) {
      throw new NotHere();
    }
    Said said = new Said(next, frames.of(company, request).words(), company, null);
    var unused = said.done("endpoints.said.removed");
    next.addAttribute("company", company);
    return "redirect:/endpoints";
  }

  private static String done(Said said, String sentence, BooleanSupplier change) {
    if (!change.getAsBoolean()) {
      throw new NotHere();
    }
    return said.done(sentence);
  }

  private static ChangeEndpoints.Said said(
      String name, String address, @Nullable Collection<EventKind> kinds) {
    return new ChangeEndpoints.Said(
        name, address.strip(), kinds == null ? List.of() : List.copyOf(kinds));
  }

  private EventEndpoint here(String company, UUID id) {
    return stores.events().endpoints().find(company, id).orElseThrow(NotHere::new);
  }
}
