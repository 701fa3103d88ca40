package org.dunlin.console;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * Debian's Chromium without a window, driven by Playwright; one serves all tests of a thread. Where
 * there is none, the tests say that they skip ({@code -Ddunlin.chromium=} names another place).
 */
final class Chromium {
  private static final Path PROGRAM =
      Path.of(System.getProperty("dunlin.chromium", "/usr/bin/chromium"));
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private static com.microsoft.playwright.@Nullable Browser running;

  private Chromium() {}

  /** How somebody looks at a page. */
  enum Eye {
    DESK(1280, 900, ColorScheme.LIGHT, true),
    DARK(1280, 900, ColorScheme.DARK, true),
    PHONE(390, 844, ColorScheme.LIGHT, true),
    PLAIN(1280, 900, ColorScheme.LIGHT, false);

    private final int width;
    private final int height;
    private final ColorScheme scheme;
    private final boolean scripts;

    Eye(int width, int height, ColorScheme scheme, boolean scripts) {
      this.width = width;
      this.height = height;
      this.scheme = scheme;
      this.scripts = scripts;
    }
  }

  /** The first administrator, signed in, who reads English unless the context says otherwise. */
  static BrowserContext signedIn(Eye eye) {
    return signedIn(eye, "en-GB");
  }

  static BrowserContext signedIn(Eye eye, String locale) {
    BrowserContext context = stranger(eye, locale);
    context.addCookies(session());
    return context;
  }

  /** Somebody who has not signed in. */
  static BrowserContext stranger(Eye eye, String locale) {
    return running()
        .newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setBaseURL(Hub.SHARED.address())
                .setViewportSize(eye.width, eye.height)
                .setColorScheme(eye.scheme)
                .setJavaScriptEnabled(eye.scripts)
                .setReducedMotion(ReducedMotion.REDUCE) // what still scrolls is clicked at in vain
                .setLocale(locale));
  }

  private static synchronized com.microsoft.playwright.Browser running() {
    Assumptions.assumeTrue(
        Files.isExecutable(PROGRAM), "skipped: there is no Chromium at " + PROGRAM);
    if (running == null) {
      Playwright playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      running =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(PROGRAM).setArgs(FLAGS));
    }
    return running;
  }

  /** What a browser keeps of a new session. */
  static List<Cookie> session() {
    return cookies(Browser.signedIn());
  }

  /** What a browser keeps of the session of somebody. */
  static List<Cookie> cookies(Browser somebody) {
    return somebody.cookies().getCookieStore().getCookies().stream()
        .map(cookie -> new Cookie(cookie.getName(), cookie.getValue()).setUrl(Hub.SHARED.address()))
        .toList();
  }
}
