package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. */
@Controller
@Open
class LoginPage {
  private static final List<String> REASONS =
      List.of("wrong", "wait", "busy", "out", "chosen", "unknown", "provider", "left");

  private final SignInRules rules;
  private final boolean other;

  LoginPage(SignInRules rules, ObjectProvider<OtherDoor> others) {
    this.rules = rules;
    other = others.getIfAvailable() != null;
  }

  @GetMapping("/login")
  String login(
      @RequestParam Map<String, String> why,
      CsrfToken token,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model) {
    Appearance look = Appearance.of(request);
    model.addAttribute("look", look);
    model.addAttribute("parameter", token.getParameterName());
    model.addAttribute("token", token.getToken());
    model.addAttribute("sentence", sentence(look, why.keySet()));
    model.addAttribute("other", other);
    model.addAttribute("passwords", rules.passwords() || why.containsKey("local"));
    String leave = other ? ProviderLogout.leaving(request).orElse(null) : null;
    model.addAttribute("leave", leave);
    if (leave != null) {
      response.setHeader("Refresh", "0; url=" + leave);
    }
    return "login";
  }

  private static @Nullable String sentence(Appearance look, Set<String> why) {
    return REASONS.stream()
        .filter(why::contains)
        .findFirst()
        .map(reason -> look.words().say("login." + reason))
        .orElse(null);
  }
}
