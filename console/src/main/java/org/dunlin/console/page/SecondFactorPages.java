package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.dunlin.console.login.Fresh;
import org.dunlin.console.login.OwnSessions;
import org.dunlin.console.login.SignInRules;
import org.dunlin.console.right.Open;
import org.dunlin.store.Stores;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.SecondFactor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where people switch their second factor on and off, and get other recovery codes. */
@Controller
@Open
@RequestMapping("/account/second-factor")
class SecondFactorPages {
  private final Frames frames;
  private final Stores stores;
  private final SecondFactor factor;
  private final OwnSessions sessions;
  private final SignInRules rules;

  SecondFactorPages(
      Frames frames, Stores stores, SecondFactor factor, OwnSessions sessions, SignInRules rules) {
    this.frames = frames;
    this.stores = stores;
    this.factor = factor;
    this.sessions = sessions;
    this.rules = rules;
  }

  /** What to tell the app; what it was told before holds until a code of this is said. */
  @Fresh
  @GetMapping
  String setUp(
      @RequestParam String company, Principal self, HttpServletRequest request, Model model) {
    model.addAttribute("frame", frames.of(company, request));
    model.addAttribute("begun", factor.begin(self.getName()));
    return "factor";
  }

  @Fresh
  @PostMapping
  String confirm(
      @RequestParam String company,
      @RequestParam String code,
      Principal self,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    Optional<List<String>> codes = factor.confirm(self.getName(), code);
    next.addAttribute("company", company);
    if (codes.isEmpty()) {
      next.addFlashAttribute(Said.REFUSED, frame.say("factor.WRONG"));
      return "redirect:/account/second-factor";
    }
    sessions.endOthers(self.getName(), request, response);
    return shown(next, frame, "factor.on.done", codes.get());
  }

  @Fresh
  @PostMapping("/codes")
  String codes(
      @RequestParam String company,
      Principal self,
      HttpServletRequest request,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    if (!factor.has(self.getName())) {
      throw new NotHere();
    }
    next.addAttribute("company", company);
    return shown(next, frame, "factor.codes.done", factor.renewCodes(self.getName()));
  }

  @Fresh
  @PostMapping("/off")
  String off(
      @RequestParam String company,
      Principal self,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes next) {
    Frame frame = frames.of(company, request);
    next.addAttribute("company", company);
    Person person = stores.people().find(self.getName()).orElseThrow(NotHere::new);
    if (rules.duty().binds(person)) {
      next.addFlashAttribute(Said.REFUSED, frame.say("factor.duty"));
    } else if (factor.remove(person.name(), person.name())) {
      sessions.stay(person.name(), request, response);
      next.addFlashAttribute(Said.SAID, frame.say("factor.off.done"));
    }
    return "redirect:/account";
  }

  private static String shown(
      RedirectAttributes next, Frame frame, String said, List<String> codes) {
    next.addFlashAttribute(Said.SAID, frame.say(said));
    next.addFlashAttribute("codes", List.copyOf(codes));
    return "redirect:/account";
  }
}
