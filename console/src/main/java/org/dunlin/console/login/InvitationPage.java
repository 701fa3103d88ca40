package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.dunlin.work.access.ChangePeople;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody who was invited chooses a password. */
@Controller
@Open
@RequestMapping("/invitation/{secret}")
class InvitationPage {
  private final ChangePeople changes;
  private final OwnSessions sessions;

  InvitationPage(ChangePeople changes, OwnSessions sessions) {
    this.changes = changes;
    this.sessions = sessions;
  }

  @GetMapping
  String invitation(
      @PathVariable String secret,
      CsrfToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    return show(secret, null, token, request, response, model);
  }

  @PostMapping
  String choose(
      @PathVariable String secret,
      @RequestParam String password,
      CsrfToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<PasswordFlaw> flaw =
        changes.invited(secret).flatMap(name -> PasswordFlaw.of(password, name));
    if (flaw.isPresent()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
      return show(secret, "people.password." + flaw.get(), token, request, response, model);
    }
    return changes.invited(secret).isPresent() && changes.accept(secret, sessions.encoded(password))
        ? "redirect:/login?chosen"
        : show(secret, null, token, request, response, model);
  }

  private String show(
      String secret,
      @Nullable String refused,
      CsrfToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Optional<String> name = changes.invited(secret);
    if (name.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
    Appearance look = Appearance.of(request);
    model.addAttribute("look", look);
    model.addAttribute("parameter", token.getParameterName());
    model.addAttribute("token", token.getToken());
    model.addAttribute("name", name.orElse(null));
    model.addAttribute("secret", secret);
    model.addAttribute("refused", refused == null ? null : look.words().say(refused));
    return "invitation";
  }
}
