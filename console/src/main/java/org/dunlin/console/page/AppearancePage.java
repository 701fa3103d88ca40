package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.dunlin.core.message.Language;
import org.dunlin.store.Stores;
import org.dunlin.store.people.People.Look;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a reader chose in their browser, and with them for others in which they sign in. */
@Controller
@Open
class AppearancePage {
  private final Stores stores;

  AppearancePage(Stores stores) {
    this.stores = stores;
  }

  /** Either is optional; an empty theme is the system's. */
  @PostMapping("/appearance")
  String choose(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/") String back,
      Principal self,
      HttpServletResponse response) {
    Appearance.keep(response, language, theme);
    stores.people().look(self.getName(), new Look(known(language), drawn(theme)));
    return "redirect:" + Address.here(back);
  }

  private static @Nullable String known(@Nullable String language) {
    return language != null && Language.named(language).isPresent() ? language : null;
  }

  private static @Nullable String drawn(@Nullable String theme) {
    if (theme == null) {
      return null;
    }
    return Appearance.themeNamed(theme).isPresent() ? theme : "";
  }
}
