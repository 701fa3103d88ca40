package org.dunlin.console.look;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
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
