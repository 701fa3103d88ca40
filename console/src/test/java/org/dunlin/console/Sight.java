package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dunlin.console.Chromium.Eye;

/**
 * What every page owes whoever looks at it: it is there, at a desk and on a phone, light and dark,
 * with and without scripts; it loads nothing that its policy forbids; nothing sticks out at the
 * side, and no select cuts what is chosen; and axe-core has nothing serious to say at a desk, nor
 * of the contrast in the dark. With {@code -Ddunlin.pictures=true} a picture of each is left in
 * {@code target/screenshots}.
 */
final class Sight {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final boolean PICTURED = Boolean.getBoolean("dunlin.pictures");
  private static final int NARROWEST = 360;

  /** The chosen words of each select that is seen, where they are wider than their box. */
  private static final String CUT_SELECTS =
      """
      () => {
        document.querySelectorAll('details').forEach(part => { part.open = true; });
        const pen = document.createElement('canvas').getContext('2d');
        return [...document.querySelectorAll('select')]
          .filter(select => select.getClientRects().length > 0 && select.selectedOptions.length > 0)
          .filter(select => {
            const style = getComputedStyle(select);
            pen.font = style.font;
            const needed = pen.measureText(select.selectedOptions[0].text).width;
            const arrow = style.appearance === 'none' ? 0 : 20;
            const room = select.clientWidth - arrow
              - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
            return needed > room + 1;
          })
          .map(select => (select.id || select.name) + ': ' + select.selectedOptions[0].text);
      }
      """;

  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  /** One for all pages, so that the style sheet is fetched and read once. */
  private static final Map<Eye, BrowserContext> CONTEXTS = new EnumMap<>(Eye.class);

  private final String name;
  private final String path;
  private final Set<Eye> axed;

  private Sight(String name, String path, Set<Eye> axed) {
    this.name = name;
    this.path = path;
    this.axed = axed;
  }

  /** The page at this path; pictures of it have this name. */
  static void isFine(String name, String path) {
    new Sight(name, path, Set.of(Eye.DESK)).isFine(Set.of(Eye.values()));
  }

  /** The same with scripts, and with all that axe-core knows at a desk and on a phone. */
  static void isFineForEveryEye(String name, String path) {
    Set<Eye> eyes = Set.of(Eye.DESK, Eye.DARK, Eye.PHONE);
    new Sight(name, path, Set.of(Eye.DESK, Eye.PHONE)).isFine(eyes);
  }

  private void isFine(Set<Eye> eyes) {
    List<Cookie> session = Chromium.session();
    for (Eye eye : eyes) {
      BrowserContext context = CONTEXTS.computeIfAbsent(eye, Chromium::signedIn);
      context.addCookies(session);
      try (Page page = context.newPage()) {
        isFine(page, eye);
      }
    }
  }

  private void isFine(Page page, Eye eye) {
    List<String> complaints = new ArrayList<>();
    page.onConsoleMessage(
        said -> {
          // What Chromium would only tell whoever asks for more, such as how to fill in passwords.
          boolean asked = said.type().equals("verbose");
          boolean sealed = said.text().startsWith("Blocked script execution"); // that of a mail
          if (!asked && !sealed) {
            complaints.add(said.type() + ": " + said.text());
          }
        });
    page.onPageError(complaints::add);
    Response answer = page.navigate(path);
    if (PICTURED) {
      String file = name + "-" + eye.name().toLowerCase(Locale.ROOT) + ".png";
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(file)));
    }
    assertThat(answer.status()).as("%s for %s", path, eye).isEqualTo(200);
    assertThat(page.url()).as("where %s leads", path).endsWith(path);
    assertThat(page.locator("h1").count()).as("headings of %s", path).isEqualTo(1);
    assertThat(complaints).as("what the browser says of %s for %s", path, eye).isEmpty();
    if (eye != Eye.PLAIN) {
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("nothing of %s sticks out for %s", path, eye)
          .isEqualTo(true);
    }
    if (axed.contains(eye) || eye == Eye.DARK) {
      assertThat(serious(page, axed.contains(eye)))
          .as("axe-core on %s for %s", path, eye)
          .isEmpty();
    }
    if (eye == Eye.PHONE) {
      page.setViewportSize(NARROWEST, 800);
      assertThat((List<?>) page.evaluate(CUT_SELECTS))
          .as("selects of %s that are cut on a narrow phone", path)
          .isEmpty();
    }
  }

  private static List<String> serious(Page page, boolean all) {
    AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true); // no page has a frame to look into
    return (all ? axe : axe.withRules(List.of("color-contrast")))
        .analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(Sight::told)
            .toList();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " at "
        + rule.getNodes().stream().map(node -> node.getHtml()).toList();
  }
}
