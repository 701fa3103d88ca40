package org.dunlin.console.login;

import org.dunlin.console.right.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the way to the provider begins; back to the login where it does not answer. */
@Controller
@Open
class ProviderPage {
  static final String PATH = "/login/provider";

  private final ProviderRegistration registration;

  ProviderPage(ProviderRegistration registration) {
    this.registration = registration;
  }

  @GetMapping(PATH)
  String go() {
    return registration.registration() == null
        ? "redirect:/login?provider"
        : "redirect:/oauth2/authorization/" + ProviderRegistration.ID;
  }
}
