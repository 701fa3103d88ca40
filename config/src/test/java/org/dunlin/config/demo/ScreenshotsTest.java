package org.dunlin.config.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dunlin.console.FirstAdministrator;
import org.dunlin.sandbox.world.World;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Renews the pictures of the documentation: plays the demonstration on a fresh data directory,
 * walks through the pages and writes what a browser shows into the folder that {@code
 * -Ddunlin.screenshots} names. {@code .ci/screenshots} runs it; without the property it is skipped.
 */
@EnabledIfSystemProperty(named = "dunlin.screenshots", matches = ".+")
class ScreenshotsTest {
  /** What the documentation shows; the only place that knows. */
  private static final List<Shot> SHOTS =
      List.of(
          new Shot("dashboard", "/", "#tour button"),
          new Shot("customer", "/customers", "main table tbody a"),
          new Shot("payments", "/payments", null),
          new Shot("message", "/messages", "main table tbody a"),
          new Shot("flows", "/flows", null),
          new Shot("inbox", "/inbox", null));

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 860;
  private static final int LARGEST = 100 * 1024;

  /**
   * A picture.
   *
   * @param name of its file
   * @param path of the page
   * @param follow what is pressed there and leads to what is shown; null for the page itself
   */
  private record Shot(String name, String path, @Nullable String follow) {}

  @TempDir private Path directory = Path.of("");

  @Test
  void thePicturesOfTheDocumentationAreRenewed() throws IOException {
    Path pictures = Files.createDirectories(Path.of(System.getProperty("dunlin.screenshots", ".")));
    int days = Integer.getInteger("dunlin.screenshots.days", 91);
    int customers = Integer.getInteger("dunlin.screenshots.customers", 200);
    World world = World.of(2026, LocalDate.of(2026, 9, 1), days, customers);
    Path data = DemoDirectory.fresh(directory.resolve("demo"));
    try (Demonstration demonstration = Demonstration.start(data, world, 0).orElseThrow()) {
      demonstration.pass(DemoProgress.to(System.err, false));
      try (Playwright playwright = playwright();
          Browser browser = browser(playwright)) {
        Page page = signedIn(browser, demonstration);
        for (Shot shot : SHOTS) {
          take(page, shot, pictures.resolve(shot.name() + ".png"));
        }
      }
    }
  }

  private static void take(Page page, Shot shot, Path picture) throws IOException {
    Response answer = page.navigate(shot.path() + "?company=demo");
    assertThat(answer.status()).as(shot.path()).isEqualTo(200);
    if (shot.follow() != null) {
      page.locator(shot.follow()).first().click();
      page.waitForLoadState();
    }
    page.waitForLoadState(LoadState.NETWORKIDLE); // the message within a page, too
    byte[] reduced = FewerColors.of(page.screenshot());
    assertThat(reduced.length).as("bytes of %s", picture).isLessThan(LARGEST);
    Files.write(picture, reduced);
  }

  private static Page signedIn(Browser browser, Demonstration demonstration) {
    BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(demonstration.console().toString())
                .setViewportSize(WIDTH, HEIGHT)
                .setColorScheme(ColorScheme.LIGHT)
                .setLocale("en-GB"));
    FirstAdministrator.Made administrator = demonstration.administrator().orElseThrow();
    Page page = context.newPage();
    page.navigate("/login");
    page.locator("input[name=username]").fill(administrator.name());
    page.locator("input[name=password]").fill(administrator.password());
    page.locator("input[name=password]").press("Enter");
    page.waitForURL(url -> !url.contains("/login"));
    return page;
  }

  private static Playwright playwright() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  private static Browser browser(Playwright playwright) {
    Path program = Path.of(System.getProperty("dunlin.chromium", "/usr/bin/chromium"));
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(program)
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu")));
  }
}
