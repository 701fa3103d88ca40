package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.dunlin.console.right.Open;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** What nobody expected is answered in a sentence that tells nothing of it, and the hub goes on. */
class LastHandlerTest {
  private static final String WORDS = "select secret from hub_user";
  private static final Hub HUB = new Hub(Breaking.class);

  /** Handlers that fail as nobody foresaw. */
  @Controller
  @Open
  static class Breaking {
    @GetMapping({"/breaks", "/api/v1/breaks"})
    @ResponseBody
    String breaks() {
      throw new IllegalStateException(WORDS);
    }

    @GetMapping({"/breaks/badly", "/api/v1/breaks/badly"})
    @ResponseBody
    String breaksBadly() {
      throw new StackOverflowError(WORDS);
    }
  }

  @AfterAll
  static void close() {
    HUB.close();
  }

  private static Browser signedIn() {
    Browser browser = Browser.strangerAt(HUB);
    browser.signIn(FirstAdministrator.NAME, Hub.PASSWORD);
    return browser;
  }

  @ParameterizedTest
  @ValueSource(strings = {"/breaks", "/breaks/badly"})
  void aPageSaysThatItFailedAndNotHow(String path) {
    Browser browser = signedIn();
    HttpResponse<String> answer = browser.open(path);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(answer.body())
        .contains("<h1")
        .doesNotContain(WORDS, "Exception", "StackOverflow", "org.dunlin", "\tat ");
    assertThat(browser.open("/account/again?company=none").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/breaks", "/api/v1/breaks/badly"})
  void theApiAnswersWithAProblemThatSaysNoMore(String path) {
    HttpResponse<String> answer = Caller.administrator(Hub.PASSWORD).at(HUB).get(path);
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains("Its log says why.")
        .doesNotContain(WORDS, "Exception", "StackOverflow", "org.dunlin");
  }
}
