package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.login.OwnSessions;
import org.dunlin.console.login.OwnSessions.Changed;
import org.dunlin.console.login.PasswordFlaw;
import org.dunlin.console.login.SignInRules;
import org.dunlin.console.right.Open;
import org.dunlin.store.Stores;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.ChangePeople;
import org.dunlin.work.access.RefusedPerson;
import org.dunlin.work.access.SecondFactor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people see and change of their own account. */
@Controller
@Open
@RequestMapping("/account")
class AccountPages {
  private static final int MOST_EVENTS = 20;

  private final Frames frames;
  private final Stores stores;
  private final OwnSessions sessions;
  private final ChangePeople changes;
  private final SecondFactor factor;
  private final SignInRules rules;

  AccountPages(
      Frames frames,
      Stores stores,
      OwnSessions sessions,
      ChangePeople changes,
      SecondFactor factor,
      SignInRules rules) {
    this.frames = frames;
    this.stores = stores;
    this.sessions = sessions;
    this.changes = changes;
    this.factor = factor;
    this.rules = rules;
  }

  @GetMapping
  String account(
      @RequestParam String company, Principal self, HttpServletRequest request, Model model) {
    Person person = stores.people().find(self.getName()).orElseThrow(NotHere::new);
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("person", person);
    model.addAttribute("factor", factor.has(person.name()));
    model.addAttribute("duty", rules.duty().binds(person));
    model.addAttribute("codesLeft", factor.codesLeft(person.name()));
    model.addAttribute("email", stores.people().email(person.name()).orElse(""));
    model.addAttribute("sessions", sessions.all(person.name()));
    model.addAttribute("here", sessions.here());
    model.addAttribute("events", stores.signIn().events().about(person.name(), MOST_EVENTS));
    return "account";
  }

  @PostMapping("/password")
  String password(
      @RequestParam String company,
      @RequestParam String current,
      @RequestParam String password,
      Principal self,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    frames.of(company, request);
    Said said = frames.said(company, request, next);
    Optional<PasswordFlaw> flaw = PasswordFlaw.of(password, self.getName());
    if (flaw.isPresent()) {
      return said.refused("people.password." + flaw.get());
    }
    Changed changed = sessions.password(self.getName(), current, password, request, response);
    return switch (changed) {
      case DONE -> said.done("people.password.changed");
      case WRONG -> said.refused("people.password.wrong");
    };
  }

  /** Where they are told what happens to their account; empty: nowhere. */
  @Fresh
  @PostMapping("/email")
  String email(
      @RequestParam String company,
      @RequestParam String email,
      Principal self,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.of(company, request);
    Said said = frames.said(company, request, next);
    try {
      changes.email(self.getName(), email, self.getName());
    } catch (RefusedPerson refused) {
      return said.refused("people.refused." + refused.reason());
    }
    return said.done("people.email.done");
  }

  /** Asks for the password anew, or for a code where there is a second factor. */
  @GetMapping("/again")
  String askAgain(
      @RequestParam String company,
      @RequestParam(defaultValue = "/") String back,
      Principal self,
      HttpServletRequest request,
      Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("back", Address.here(back));
    model.addAttribute("factor", factor.has(self.getName()));
    model.addAttribute("password", hasPassword(self.getName()));
    return "again";
  }

  private boolean hasPassword(String name) {
    return stores.people().find(name).map(Person::passwordHash).isPresent();
  }

  @PostMapping("/again")
  String again(
      @RequestParam String company,
      @RequestParam String said,
      @RequestParam(defaultValue = "/") String back,
      Principal self,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    return switch (sessions.again(self.getName(), said, request, response)) {
      case DONE -> {
        next.addFlashAttribute(Said.SAID, frame.say("factor.said-again"));
        yield "redirect:" + Address.here(back);
      }
      case WRONG -> {
        next.addFlashAttribute(Said.REFUSED, frame.say("factor.again.wrong"));
        next.addAttribute("company", company);
        next.addAttribute("back", back);
        yield "redirect:/account/again";
      }
    };
  }

  /** Ends one session. */
  @Fresh
  @PostMapping("/sessions/{id}/end")
  String end(
      @RequestParam String company,
      @PathVariable UUID id,
      Principal self,
      HttpServletRequest request,
      RedirectAttributes next) {
    frames.of(company, request);
    Said said = frames.said(company, request, next);
    return sessions.end(self.getName(), id)
        ? said.done("people.session.ended")
        : said.refused("people.session.gone");
  }

  /** Ends all sessions but this one. */
  @Fresh
  @PostMapping("/sign-out")
  String signOut(
      @RequestParam String company,
      Principal self,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    frames.of(company, request);
    sessions.endOthers(self.getName(), request, response);
    return frames.said(company, request, next).done("people.others-out");
  }
}
