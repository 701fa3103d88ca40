package org.dunlin.console.login;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. */
@Controller
@Open
class LoginPage {
  private static final List<String> REASONS = List.of("wrong", "wait", "busy", "out", "chosen");

  @GetMapping("/login")
  String login(
      @RequestParam Map<String, String> why,
      CsrfToken token,
      HttpServletRequest request,
      Model model) {
    Appearance look = Appearance.of(request);
    model.addAttribute("look", look);
    model.addAttribute("parameter", token.getParameterName());
    model.addAttribute("token", token.getToken());
    model.addAttribute("sentence", sentence(look, why.keySet()));
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
