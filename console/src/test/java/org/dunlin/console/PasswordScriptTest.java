package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.dunlin.console.Chromium.Eye;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fields of passwords in a browser: they can be looked at, and say how hard a new one is. */
class PasswordScriptTest {
  private final Scene scene = new Scene();

  private static Locator show(Page page, int which) {
    return page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show").setExact(true))
        .nth(which);
  }

  @Test
  void whatIsTypedIsSeenWhileTheButtonIsPressedInAndNotWhenItIsSent() {
    try (BrowserContext context = Chromium.stranger(Eye.DESK, "en-GB")) {
      Page page = context.newPage();
      page.navigate("/login");
      Locator field = page.locator("#password");
      field.fill("seven wet ducklings");
      assertThat(field).hasAttribute("type", "password");
      show(page, 0).click();
      assertThat(field).hasAttribute("type", "text");
      assertThat(field).hasValue("seven wet ducklings");
      assertThat(show(page, 0)).hasAttribute("aria-pressed", "true");
      show(page, 0).click();
      assertThat(field).hasAttribute("type", "password");
      show(page, 0).click();
      page.evaluate("document.forms[0].addEventListener('submit', e => e.preventDefault())");
      page.locator("#username").fill("nobody");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
      assertThat(field).hasAttribute("type", "password");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0, ''",
    "short, 1, easy to guess",
    "aaaaaaaaaaaaaaaaaaaaaaaa, 1, easy to guess",
    "wetducklings, 1, easy to guess",
    "wet ducklings, 2, fairly hard to guess",
    "six wet ducklings, 3, hard to guess",
    "Seven wet ducklings and 3 swans, 4, very hard to guess"
  })
  void aNewOneSaysHowHardItIs(String password, String step, String words) {
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate("/account?company=" + scene.id());
      page.locator("#chosen").fill("x");
      page.locator("#chosen").fill(password);
      assertThat(page.locator("meter")).hasJSProperty("value", Integer.parseInt(step));
      assertThat(page.locator("meter + small")).hasText(words);
    }
  }

  @Test
  void withoutScriptsTheFieldsAreThereAndNothingElse() {
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate("/account?company=" + scene.id());
      assertThat(page.locator("input[type=password]")).hasCount(2);
      assertThat(page.locator("meter")).hasCount(0);
    }
  }

  @Test
  void thePageIsFineForEveryEye() {
    Sight.isFineForEveryEye("account", "/account?company=" + scene.id());
  }
}
