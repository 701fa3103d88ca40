package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.RefusedPerson;
import org.dunlin.work.access.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Who may sign in, and what they may do. */
@Controller
@Needs(value = Right.ADMINISTER, hub = true)
@RequestMapping("/people")
class PeoplePages {
  private static final int MOST_EVENTS = 50;
  private static final String EVERYWHERE = "";

  private final Frames frames;
  private final Stores stores;
  private final ChangePeople changes;
  private final SecondFactor factor;

  PeoplePages(Frames frames, Stores stores, ChangePeople changes, SecondFactor factor) {
    this.frames = frames;
    this.stores = stores;
    this.changes = changes;
    this.factor = factor;
  }

  @GetMapping
  String people(@RequestParam String company, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("people", stores.people().all());
    model.addAttribute("events", stores.signIn().events().latest(MOST_EVENTS));
    return "people";
  }

  @GetMapping("/{name}")
  String person(
      @RequestParam String company,
      @PathVariable String name,
      HttpServletRequest request,
      Model model) {
    Frame frame = frames.of(company, request);
    Person person = stores.people().find(name).orElseThrow(NotHere::new);
    model.addAttribute("frame", frame);
    model.addAttribute("person", person);
    model.addAttribute("email", stores.people().email(name).orElse(null));
    model.addAttribute("factor", factor.has(name));
    model.addAttribute("events", stores.signIn().events().about(name, MOST_EVENTS));
    return "person";
  }

  /** Adds somebody with one role; the link by which they choose a password is shown once. */
  @Fresh
  @PostMapping
  String add(
      @RequestParam String company,
      @RequestParam String name,
      @RequestParam Role role,
      @RequestParam(defaultValue = EVERYWHERE) String where,
      @RequestParam(defaultValue = "") String email,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    String stripped = name.strip();
    try {
      stores
          .transactions()
          .run(
              () -> {
                changes.add(stripped, null, email, by.getName());
                changes.role(stripped, at(where), role, by.getName());
              });
    } catch (RefusedPerson refused) {
      return refused(next, frame, "", refused);
    }
    return invited(next, frame, stripped, by);
  }

  /** A link for a first or another password. */
  @Fresh
  @PostMapping("/{name}/invite")
  String invite(
      @RequestParam String company,
      @PathVariable String name,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    mustExist(name);
    return invited(next, frame, name, by);
  }

  @Fresh
  @PostMapping("/{name}/role")
  String role(
      @RequestParam String company,
      @PathVariable String name,
      @RequestParam(defaultValue = EVERYWHERE) String where,
      @RequestParam(required = false) @Nullable Role role,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(
        company,
        name,
        "role",
        () -> changes.role(name, at(where), role, by.getName()),
        request,
        next);
  }

  @Fresh
  @PostMapping("/{name}/off")
  String off(
      @RequestParam String company,
      @PathVariable String name,
      @RequestParam boolean off,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(
        company,
        name,
        off ? "off" : "on",
        () -> changes.switchOff(name, off, by.getName()),
        request,
        next);
  }

  @Fresh
  @PostMapping("/{name}/unlock")
  String unlock(
      @RequestParam String company,
      @PathVariable String name,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(company, name, "unlocked", () -> changes.unlock(name, by.getName()), request, next);
  }

  /** For somebody who has lost their telephone and their recovery codes. */
  @Fresh
  @PostMapping("/{name}/second-factor")
  String resetFactor(
      @RequestParam String company,
      @PathVariable String name,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(
        company, name, "factor-reset", () -> factor.remove(name, by.getName()), request, next);
  }

  @Fresh
  @PostMapping("/{name}/sign-out")
  String signOut(
      @RequestParam String company,
      @PathVariable String name,
      Principal by,
      HttpServletRequest request,
      RedirectAttributes next) {
    return done(
        company, name, "signed-out", () -> changes.endSessions(name, by.getName()), request, next);
  }

  private String done(
      String company,
      String name,
      String said,
      Runnable change,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    mustExist(name);
    try {
      change.run();
    } catch (RefusedPerson refused) {
      return refused(next, frame, "/" + name, refused);
    }
    next.addFlashAttribute(Said.SAID, frame.say("people.said." + said, name));
    return page(next, frame, "/" + name);
  }

  private String invited(RedirectAttributes next, Frame frame, String name, Principal by) {
    String secret = changes.invite(name, by.getName());
    next.addFlashAttribute(
        "link",
        ServletUriComponentsBuilder.fromCurrentContextPath()
            .path("/invitation/" + secret)
            .toUriString());
    return page(next, frame, "/" + name);
  }

  private void mustExist(String name) {
    if (stores.people().find(name).isEmpty()) {
      throw new NotHere();
    }
  }

  private static @Nullable String at(String where) {
    return where.equals(EVERYWHERE) ? null : where;
  }

  private static String refused(
      RedirectAttributes next, Frame frame, String path, RefusedPerson refused) {
    next.addFlashAttribute(Said.REFUSED, frame.say("people.refused." + refused.reason()));
    return page(next, frame, path);
  }

  private static String page(RedirectAttributes next, Frame frame, String path) {
    next.addAttribute("company", frame.company().id());
    return "redirect:/people" + path;
  }
}
