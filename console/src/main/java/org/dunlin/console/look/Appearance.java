package org.dunlin.console.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * How a reader wants the pages: what they chose, which their browser keeps in two cookies, else
 * what the browser asks for.
 *
 * @param theme light or dark; absent where the system decides
 */
public record Appearance(Language language, @Nullable Theme theme) {
  /** The cookie that keeps the language. */
  public static final String LANGUAGE = "dunlin-language";

  /** The cookie that keeps the theme. */
  public static final String THEME = "dunlin-theme";

  private static final Duration KEPT = Duration.ofDays(365);

  /** How pages are drawn. */
  public enum Theme {
    /** Dark on light. */
    LIGHT,
    /** Light on dark. */
    DARK;

    /** As the style sheet calls it. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the reader who sends this request wants. */
  public static Appearance of(HttpServletRequest request) {
    Language language =
        cookie(request, LANGUAGE)
            .flatMap(Language::named)
            .orElseGet(
                () ->
                    Collections.list(request.getLocales()).stream()
                        .flatMap(asked -> Language.named(asked.getLanguage()).stream())
                        .findFirst()
                        .orElse(Language.EN));
    return new Appearance(
        language, cookie(request, THEME).flatMap(Appearance::themeNamed).orElse(null));
  }

  /**
   * Keeps what a reader chose in their browser, where no script needs it.
   *
   * @param language absent: as it was
   * @param theme as {@link Theme#code} has it, anything else for the system's; absent: as it was
   */
  public static void keep(
      HttpServletResponse response, @Nullable String language, @Nullable String theme) {
    if (language != null && Language.named(language).isPresent()) {
      cookie(response, LANGUAGE, language, KEPT);
    }
    if (theme != null) {
      boolean chosen = themeNamed(theme).isPresent();
      cookie(response, THEME, chosen ? theme : "", chosen ? KEPT : Duration.ZERO);
    }
  }

  private static void cookie(
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

  /** Words that tell no time: of a page that belongs to no company. */
  public Words words() {
    return words(ZoneOffset.UTC, Instant.EPOCH);
  }

  /** Words of a page that tells time. */
  public Words words(ZoneId zone, Instant now) {
    return new Words(language, zone, now);
  }

  /** The theme that the style sheet calls so. */
  public static Optional<Theme> themeNamed(String code) {
    return Arrays.stream(Theme.values()).filter(theme -> theme.code().equals(code)).findFirst();
  }

  private static Optional<String> cookie(HttpServletRequest request, String name) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(name))
            .map(Cookie::getValue)
            .findFirst();
  }
}
