package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtectionTest {
  private final Browser browser = Browser.signedIn();

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/no-such-page", "/assets/console.css"})
  void everyResponseForbidsTheBrowserAllButWhatThisHubHas(String path) {
    HttpResponse<String> answer = browser.open(path);
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .containsExactly(
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                + " img-src 'self' data:; form-action 'self';"
                + " frame-ancestors 'none'; base-uri 'none'");
    assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  @Test
  void pagesAreNotKeptByTheBrowser() {
    assertThat(browser.open("/").headers().firstValue("Cache-Control"))
        .get()
        .asString()
        .contains("no-store");
  }

  @Test
  void noPageHasAScriptOrAStyleWithinIt() {
    Scene scene = new Scene();
    String body = browser.open(scene.page()).body();
    assertThat(body)
        .contains("Acme B.V.")
        .doesNotContain("<script>", "<style", " style=", "javascript:");
    assertThat(body)
        .doesNotContainPattern("<[a-z][^>]*\\son[a-z]+=")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stop", "/mode", "/messages/release", "/messages/drop", "/logout"})
  void aFormWithoutTheTokenIsNotAccepted(String path) {
    Scene scene = new Scene();
    HttpResponse<String> answer =
        browser.pressWithoutToken(path, "company", scene.id(), "stopped", "true", "mode", "TEST");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("Not accepted", "Open the page again.")
        .doesNotContain("Exception", "\tat ", "csrf");
    assertThat(scene.stores().settings().stopped()).isFalse();
  }

  @Test
  void theSessionsCookieIsHiddenFromScriptsAndOtherSites() {
    HttpResponse<String> answer = Browser.stranger().open("/login");
    assertThat(answer.headers().firstValue("Set-Cookie"))
        .get()
        .asString()
        .startsWith("dunlin=")
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void theSessionIsKnownByItsCookieAloneWhichNobodyGuesses() {
    HttpResponse<String> answer = Browser.stranger().open("/");
    assertThat(session(Browser.signedIn())).matches("[0-9A-F]{32}");
    assertThat(answer.headers().firstValue("Location")).get().asString().doesNotContain(";");
  }

  @Test
  void behindAProxyThatSpeaksTlsTheCookieIsForTlsAloneAndSoIsTheHost() throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(Hub.SHARED.address() + "/login"))
            .header("X-Forwarded-For", "192.0.2.7")
            .header("X-Forwarded-Proto", "https")
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Set-Cookie")).get().asString().contains("Secure");
    assertThat(answer.headers().firstValue("Strict-Transport-Security"))
        .get()
        .asString()
        .contains("max-age=31536000", "includeSubDomains");
  }

  @Test
  void signingInChangesTheSession() {
    Browser visitor = Browser.stranger();
    visitor.open("/login");
    String before = session(visitor);
    visitor.signIn(FirstAdministrator.NAME, Hub.PASSWORD);
    assertThat(session(visitor)).isNotEqualTo(before);
  }

  @Test
  void signingOutEndsTheSession() {
    Browser visitor = Browser.signedIn();
    visitor.open("/");
    HttpResponse<String> answer = visitor.press("/logout");
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login?out");
    assertThat(visitor.open("/").statusCode()).isEqualTo(302);
  }

  @Test
  void aFormThatIsNotCompleteGetsASentence() {
    Scene scene = new Scene();
    browser.open(scene.page());
    HttpResponse<String> answer = browser.press("/mode", "company", scene.id(), "mode", "NONSENSE");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not understood").doesNotContain("NONSENSE", "Exception");
  }

  private static String session(Browser browser) {
    return browser.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("dunlin"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElseThrow();
  }
}
