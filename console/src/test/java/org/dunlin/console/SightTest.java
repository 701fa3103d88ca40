package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.message.Language;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SightTest {
  /** What ends beyond the window, from the innermost. */
  private static final String TOO_WIDE =
      """
      [...document.querySelectorAll("body *")]
        .filter(each => each.getBoundingClientRect().right > window.innerWidth + .5)
        .map(each => each.outerHTML.slice(0, 200))
        .reverse()
      """;

  private final Scene scene = new Scene();

  @Test
  void theDashboardIsFine() {
    Sight.isFine("dashboard", "/?company=" + scene.id());
  }

  @Test
  void thePagesOfPeopleAreFine() {
    Somebody anna = Somebody.in(scene.id(), Role.CONTROLLER);
    Sight.isFine("people", "/people?company=" + scene.id());
    Sight.isFine("person", "/people/" + anna.name() + "?company=" + scene.id());
    Sight.isFine("account", "/account?company=" + scene.id());
    Sight.isFine("factor", "/account/second-factor?company=" + scene.id());
    Sight.isFine("again", "/account/again?company=" + scene.id());
  }

  @ParameterizedTest
  @EnumSource
  void nothingOfMyAccountSticksOutOnAPhoneInAnyLanguage(Language language) {
    Somebody anna = Somebody.in(scene.id(), Role.ADMIN);
    anna.signedIn();
    for (HubEvents.Kind kind : HubEvents.Kind.values()) {
      scene.stores().signIn().events().note(anna.name(), kind, anna.name(), "x".repeat(80));
    }
    String address = "/account?company=" + scene.id();
    try (BrowserContext context = Chromium.stranger(Eye.PHONE, language.code())) {
      context.addCookies(Chromium.cookies(anna.signedIn()));
      Page page = context.newPage();
      page.navigate(address);
      assertThat(page.url()).endsWith(address);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language.code());
      assertThat(page.evaluate(TOO_WIDE)).isEqualTo(List.of());
    }
  }

  @Test
  void aReaderIsAddressedInTheLanguageOfTheirBrowserUntilTheyChooseAnother() {
    String address = "/?company=" + scene.id();
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN, "nl-NL")) {
      Page page = context.newPage();
      page.navigate(address);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("nl");
      page.locator("#look-language").selectOption(new SelectOption().setValue("fr"));
      page.locator(".look button").click();
      assertThat(page.url()).endsWith(address);
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo("fr");
      assertThat(page.locator(".side-nav").innerText()).contains("Factures");
    }
  }

  @Test
  void darkIsWhatTheSystemSaysUntilTheReaderChoosesOtherwise() {
    try (BrowserContext context = Chromium.signedIn(Eye.DARK)) {
      Page page = context.newPage();
      page.navigate("/?company=" + scene.id());
      assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
      page.locator("#look-theme").selectOption("light");
      page.locator(".look button").click();
      assertThat(page.locator("html").getAttribute("data-bs-theme")).isEqualTo("light");
    }
  }

  @Test
  void aChoiceLeadsBackIntoThisHubAndNowhereElse() {
    for (String back : new String[] {"//evil.example", "/\\evil.example", "https://evil.example"}) {
      Browser browser = Somebody.in(scene.id(), Role.ADMIN).signedIn();
      browser.open("/?company=" + scene.id());
      assertThat(
              browser
                  .press("/appearance", "language", "de", "back", back)
                  .headers()
                  .firstValue("Location"))
          .get()
          .asString()
          .doesNotContain("evil");
    }
  }
}
