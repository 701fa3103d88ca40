package org.dunlin.console.login;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in. */
@Controller
class LoginPage {
  @GetMapping("/login")
  String login(@RequestParam Map<String, String> why, CsrfToken token, Model model) {
    model.addAttribute("parameter", token.getParameterName());
    model.addAttribute("token", token.getToken());
    model.addAttribute("sentence", sentence(why));
    return "login";
  }

  private static @Nullable String sentence(Map<String, String> why) {
    if (why.containsKey("wrong")) {
      return "Name or password is not right.";
    }
    if (why.containsKey("wait")) {
      return "Too many wrong passwords. Wait a little before you try again.";
    }
    if (why.containsKey("busy")) {
      return "The password could not be checked just now. Try again in a moment.";
    }
    return why.containsKey("out") ? "You are signed out." : null;
  }
}
