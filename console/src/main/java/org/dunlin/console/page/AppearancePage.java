package org.dunlin.console.page;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.right.Open;
import org.dunlin.core.message.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a reader chose in their browser, where no script needs it, and nowhere else. */
@Controller
@Open
class AppearancePage {
  private static final Duration KEPT = Duration.ofDays(365);

  /** Either is optional; an empty theme is the system's. */
  @PostMapping("/appearance")
  String choose(
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(required = false) @Nullable String theme,
      @RequestParam(defaultValue = "/") String back,
      HttpServletResponse response) {
    if (language != null && Language.named(language).isPresent()) {
      keep(response, Appearance.LANGUAGE, language, KEPT);
    }
    if (theme != null) {
      boolean chosen = Appearance.themeNamed(theme).isPresent();
      keep(response, Appearance.THEME, chosen ? theme : "", chosen ? KEPT : Duration.ZERO);
    }
    return "redirect:" + Address.here(back);
  }

  private static void keep(
      HttpServletResponse response, String name, String value, Duration lasting) {
    response.addHeader(
        HttpHeaders.SET_COOKIE,
        ResponseCookie.from(name, value)
            .path("/")
            .httpOnly(true)
            .sameSite("Lax")
            .maxAge(lasting)
            .build()
            .toString());
  }
}
