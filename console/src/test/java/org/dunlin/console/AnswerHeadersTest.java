package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Set;
import org.dunlin.console.RawSocket.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer says of itself, and what none says of the hub. */
class AnswerHeadersTest {
  /** What is no text has no set of characters; JSON is UTF-8 by RFC 8259, 8.1. */
  private static final String SAFE_TYPE =
      "text/[a-z]+;\\s*charset=(?i:utf-8)|application/(?!xml)[a-z0-9.-]+(?<!xml)(\\+json|\\+zip)?"
          + "|application/[a-z+]*xml;\\s*charset=(?i:utf-8)|image/[a-z]+";

  private final Scene scene = new Scene();

  @Test
  void everyAnswerWithSomethingInItSaysOfWhichTypeAndCharactersItIs() {
    Browser browser = Browser.signedIn();
    Caller caller = Caller.administrator(Hub.PASSWORD);
    int seen = 0;
    for (RightRow row : RightRow.all()) {
      if (Set.of("GET", "ANY").contains(row.method())) {
        String address = row.address(scene.id());
        HttpResponse<String> answer = row.ofApi() ? caller.get(address) : browser.open(address);
        mustBeTyped(row.line(), answer);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(150);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/no-such-page",
        "/assets/console.css",
        "/assets/theme.js",
        "/api/v1/nothing"
      })
  void soDoesWhatStrangersGet(String path) {
    mustBeTyped(path, Browser.stranger().open(path));
  }

  private static void mustBeTyped(String what, HttpResponse<String> answer) {
    assertThat(answer.headers().allValues("Content-Type")).as(what).hasSizeLessThan(2);
    if (!answer.body().isEmpty()) {
      String type = answer.headers().firstValue("Content-Type").orElse("");
      assertThat(type).as(what).matches(SAFE_TYPE);
      assertThat(answer.headers().firstValue("X-Content-Type-Options"))
          .as(what)
          .hasValue("nosniff");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api/v1/companies", "/api/v1/companies/none/customers", "/api/v1/openapi.json"})
  void whatTheApiAnswersIsSavedAndNotShownWhereABrowserIsLedToIt(String path) {
    for (Caller caller : new Caller[] {Caller.administrator(Hub.PASSWORD), Caller.with("")}) {
      assertThat(caller.get(path).headers().allValues("Content-Disposition"))
          .containsExactly("attachment; filename=\"api.json\"");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /login HTTP/1.1",
        "GET / HTTP/1.1",
        "GET /nothing HTTP/1.1",
        "GET /assets/console.css HTTP/1.1",
        "GET /api/v1/companies HTTP/1.1",
        "GET /[ HTTP/1.1",
        "GET /api/v1/[ HTTP/1.1",
        "POST /login HTTP/1.1",
        "TRACE / HTTP/1.1",
        "OPTIONS * HTTP/1.1",
        "NONSENSE / HTTP/1.1",
        "GET / HTTP/9.9"
      })
  void noAnswerSaysByWhatItWasMade(String request) {
    for (int port :
        new int[] {URI.create(Hub.SHARED.address()).getPort(), Hub.SHARED.publicPort()}) {
      Answer answer = RawSocket.ask(port, request);
      assertThat(answer.head().toLowerCase(java.util.Locale.ROOT))
          .as(request)
          .startsWith("http/1.1 ")
          .doesNotContain("\nserver:", "x-powered-by", "via:", "x-aspnet", "x-generator");
      assertThat(answer.text())
          .as(request)
          .doesNotContainIgnoringCase("tomcat", "apache", "spring", "java/", "camel");
    }
  }
}
