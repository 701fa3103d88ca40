package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** Where people let programs in, and try what these may do. */
class TokenPagesTest {
  private static final Pattern SECRET = Pattern.compile("dunlin_[A-Za-z0-9_-]{43}");

  private final Scene scene = new Scene();
  private final String page = "/tokens?company=" + scene.id();
  private final Browser browser = Browser.signedIn();

  @Test
  void aNewTokenIsShownOnceAndWorks() {
    browser.open(page);
    HttpResponse<String> made =
        browser.follow(
            browser.press(
                "/tokens", "company", scene.id(), "name", "Shop " + scene.id(), "scope", "READ"));

    Matcher secret = SECRET.matcher(made.body());
    assertThat(secret.find()).isTrue();
    assertThat(made.body()).contains("Shop " + scene.id(), "only this once");
    assertThat(browser.open(page).body())
        .contains("Shop " + scene.id())
        .doesNotContainPattern(SECRET);
    assertThat(
            Caller.with("Bearer " + secret.group())
                .get("/api/v1/companies/" + scene.id() + "/customers")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenWithoutANameOrAScopeIsNotMade() {
    browser.open(page);

    assertThat(
            browser
                .follow(
                    browser.press("/tokens", "company", scene.id(), "name", " ", "scope", "READ"))
                .body())
        .contains("at most 80 characters");
    assertThat(
            browser
                .follow(
                    browser.press("/tokens", "company", scene.id(), "name", "Shop " + scene.id()))
                .body())
        .contains("Choose at least one thing");
  }

  @Test
  void aRevokedTokenSaysWhoRevokedIt() {
    browser.open(page);
    browser.follow(
        browser.press(
            "/tokens", "company", scene.id(), "name", "Shop " + scene.id(), "scope", "READ"));
    String id =
        scene.stores().apiTokens().all().stream()
            .filter(token -> token.name().equals("Shop " + scene.id()))
            .findFirst()
            .orElseThrow()
            .id()
            .toString();

    HttpResponse<String> revoked =
        browser.follow(browser.press("/tokens/" + id + "/revoke", "company", scene.id()));

    assertThat(revoked.body()).contains("worth nothing from now on", "Revoked");
    assertThat(
            browser
                .follow(browser.press("/tokens/" + id + "/revoke", "company", scene.id()))
                .body())
        .contains("revoked already");
  }

  @Test
  void theAddressForPushingIsShownOnce() {
    browser.open(page);
    HttpResponse<String> made =
        browser.follow(
            browser.press("/tokens/hooks", "company", scene.id(), "connection", Scene.FOLDER));

    Pattern address =
        Pattern.compile(
            "https://pay\\.example\\.test/hooks/" + scene.id() + "/books/[A-Za-z0-9_-]{43}");
    assertThat(made.body()).containsPattern(address);
    assertThat(browser.open(page).body()).doesNotContainPattern(address);
  }

  @Test
  void thePageIsFine() {
    browser.open(page);
    browser.press("/tokens", "company", scene.id(), "name", "Shop " + scene.id(), "scope", "READ");

    Sight.isFine("tokens", page);
  }

  @Test
  void theApiIsTriedInThePage() {
    String secret = Caller.secret(scene.id(), Scope.READ);
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page tried = context.newPage();
      List<String> complaints = new ArrayList<>();
      tried.onConsoleMessage(said -> complaints.add(said.type() + ": " + said.text()));
      tried.navigate("/api?company=" + scene.id());
      tried.locator("button.authorize").first().click();
      tried.locator("input[aria-label='auth-bearer-value']").fill(secret);
      tried.locator(".auth-btn-wrapper button.authorize").first().click();
      tried.locator(".btn-done").first().click();
      tried.locator("#operations-companies-companies .opblock-summary-control").click();
      tried.locator("#operations-companies-companies button.execute").click();
      Locator answer = tried.locator("#operations-companies-companies .live-responses-table");
      answer.waitFor();

      assertThat(answer.innerText()).contains("200", scene.id());
      assertThat(complaints).noneMatch(said -> said.startsWith("error"));
      tried.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", "api-tried.png")));
    }
  }

  @Test
  void whoIsNotSignedInSeesNeitherPageButMayReadTheContract() {
    Browser stranger = Browser.stranger();

    assertThat(stranger.open(page).statusCode()).isEqualTo(302);
    assertThat(stranger.open("/api").statusCode()).isEqualTo(302);
    HttpResponse<String> contract = stranger.open("/api/v1/openapi.json");
    assertThat(contract.statusCode()).isEqualTo(200);
    assertThat(contract.body()).contains("\"openapi\" : \"3.1.0\"");
    assertThat(contract.headers().firstValue("Set-Cookie")).isEmpty();
  }
}
