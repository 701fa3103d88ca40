package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.console.login.Passwords;
import org.dunlin.store.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
  private static final String ANY = UUID.randomUUID().toString();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/", "/?company=acme", "/live?company=acme", "/deliveries/%s", "/deliveries/%s/raw",
        "/deliveries/%s/download", "/messages/%s", "/messages/%s/html", "/error", "/no-such-page"
      })
  void everyPageLeadsAStrangerToTheLogin(String path) {
    HttpResponse<String> answer = Browser.stranger().open(path.formatted(ANY));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/mode",
        "/stop",
        "/connections/x/pause",
        "/deliveries/%s/replay",
        "/messages/%s/resolve",
        "/messages/release",
        "/messages/drop"
      })
  void noButtonWorksForAStranger(String path) {
    Browser stranger = Browser.stranger();
    stranger.open("/login");
    HttpResponse<String> answer = stranger.press(path.formatted(ANY), "company", "acme");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
  }

  @Test
  void theLoginAndItsStyleSheetAreOpenToAll() {
    assertThat(Browser.stranger().open("/login").statusCode()).isEqualTo(200);
    HttpResponse<String> sheet = Browser.stranger().open("/assets/console.css");
    assertThat(sheet.statusCode()).isEqualTo(200);
    assertThat(sheet.headers().firstValue("Content-Type")).hasValue("text/css;charset=UTF-8");
  }

  @Test
  void theRightPasswordOpensThePage() {
    Browser browser = Browser.stranger();
    HttpResponse<String> answer = browser.signIn(FirstAdministrator.NAME, Hub.PASSWORD);
    assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/");
    assertThat(browser.open("/").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"admin, not the password", "nobody, correct horse battery staple"})
  void aWrongNameOrPasswordGetsOneAndTheSameAnswer(String name, String password) {
    Browser browser = Browser.stranger();
    HttpResponse<String> answer = browser.signIn(name, password);
    assertThat(browser.follow(answer).body()).contains("Name or password is not right.");
    assertThat(browser.open("/").statusCode()).isEqualTo(302);
    // what counts against this address must not slow the other tests
    browser.signIn(FirstAdministrator.NAME, Hub.PASSWORD);
  }

  @Test
  void aPasswordThatWouldNotBeTakenAnyMoreIsOneThatThePersonIsToldToChange() {
    String easy = "Password2026!!";
    String name = "p-" + UUID.randomUUID();
    Scene scene = new Scene();
    scene.stores().people().add(name, Passwords.encoder().encode(easy), null);
    scene.stores().people().role(name, scene.id(), Role.VIEWER);
    Browser browser = Browser.stranger();
    browser.open("/login");
    browser.press("/login", "username", name, "password", easy);
    assertThat(browser.open("/").body()).contains("Change it under", "easy to guess");
    assertThat(browser.open("/").body()).doesNotContain("Change it under");
    Browser other = Browser.stranger();
    other.open("/login");
    other.press("/login", "username", FirstAdministrator.NAME, "password", Hub.PASSWORD);
    assertThat(other.open("/").body()).doesNotContain("Change it under");
  }
}
