package org.dunlin.console.login;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dunlin.console.login.CodeCheck.Checked;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.dunlin.store.Stores;
import org.dunlin.store.people.HubEvents.Kind;
import org.dunlin.store.people.Person;
import org.dunlin.work.access.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The second step of signing in: asks whoever said the right password for a code, or, where they
 * must have a second factor and have none, for the first code of one that they set up here.
 */
@Controller
@Open
@RequestMapping(CodePage.PATH)
class CodePage {
  static final String PATH = "/login/code";

  private final Stores stores;
  private final SecondFactor factor;
  private final CodeCheck codes;
  private final LoginSuccess success;
  private final Clock clock;

  CodePage(Stores stores, SecondFactor factor, CodeCheck codes, LoginSuccess success, Clock clock) {
    this.stores = stores;
    this.factor = factor;
    this.codes = codes;
    this.success = success;
    this.clock = clock;
  }

  @GetMapping
  String ask(
      @RequestParam Map<String, String> why,
      CsrfToken token,
      HttpServletRequest request,
      Model model) {
    Optional<Person> person = person(request);
    if (person.isEmpty()) {
      return "redirect:/login";
    }
    String name = person.get().name();
    Appearance look = Appearance.of(request);
    model.addAttribute("look", look);
    model.addAttribute("parameter", token.getParameterName());
    model.addAttribute("token", token.getToken());
    model.addAttribute("sentence", sentence(look, why));
    model.addAttribute("begun", factor.has(name) ? null : factor.begin(name));
    return "code";
  }

  @PostMapping
  @Nullable String check(
      @RequestParam String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model)
      throws ServletException, IOException {
    Optional<Person> person = person(request);
    if (person.isEmpty()) {
      return "redirect:/login";
    }
    return factor.has(person.get().name())
        ? enter(person.get(), code, request, response)
        : setUp(person.get(), code, request, response, model);
  }

  private @Nullable String enter(
      Person person, String code, HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    String address = request.getRemoteAddr();
    Checked checked = codes.check(person.name(), code, address);
    if (checked != Checked.RIGHT) {
      stores
          .signIn()
          .events()
          .noteOnceAMinute(person.name(), Kind.SIGN_IN_FAILED, person.name(), address);
      return "redirect:" + PATH + "?" + checked.name().toLowerCase(Locale.ROOT);
    }
    success.onAuthenticationSuccess(
        request, response, Entrance.enter(SignedIn.of(person, clock.instant()), request, response));
    return null;
  }

  private String setUp(
      Person person,
      String code,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<List<String>> made = factor.confirm(person.name(), code);
    if (made.isEmpty()) {
      return "redirect:" + PATH + "?wrong";
    }
    SignedIn in = SignedIn.of(person, clock.instant());
    Entrance.enter(in, request, response);
    success.begin(in, request, response);
    model.addAttribute("look", Appearance.of(request));
    model.addAttribute("codes", made.get());
    return "codes";
  }

  /** Who said the right password, unless something ended that meanwhile. */
  private Optional<Person> person(HttpServletRequest request) {
    return HalfIn.of(request, clock.instant())
        .flatMap(
            half ->
                stores
                    .people()
                    .find(half.name())
                    .filter(person -> person.state() == Person.State.ACTIVE)
                    .filter(person -> person.version() == half.version()));
  }

  private static @Nullable String sentence(Appearance look, Map<String, String> why) {
    return List.of(Checked.WRONG, Checked.WAIT, Checked.BUSY).stream()
        .filter(each -> why.containsKey(each.name().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(each -> look.words().say("factor." + each))
        .orElse(null);
  }
}
