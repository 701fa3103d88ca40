package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.RawSocket.Answer;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.access.PushFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody may reach, and that nothing else is there. */
class PublicListenerTest {
  private final int open = Hub.SHARED.publicPort();
  private final int console = URI.create(Hub.SHARED.address()).getPort();
  private final Scene scene = new Scene();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/tokens",
        "/api",
        "/api/v1/companies",
        "/api/v1/openapi.json",
        "/assets/console.css",
        "/error",
        "/nothing",
        "/hooks",
        "/hooks/",
        "/hooks/acme/books/secret",
        "/pay",
        "/pay/abc",
        "/hooks/../login",
        "/hooks/./../login",
        "/hooks/..;/login",
        "/hooks/..%2flogin",
        "/hooks%2f..%2flogin",
        "/%2e%2e/login",
        "/hooks/%2e%2e/login",
        "/hooks/..\\login",
        "//login",
        "//127.0.0.1/login",
        "/login;jsessionid=1",
        "/;/login",
        "/;a=b/login",
        "/hooks;a/../login",
        "/login/",
        "/LOGIN",
        "/login%00",
        "/login?continue",
        "http://127.0.0.1/login",
        "http://hub.example/api/v1/companies",
        "login",
        "*"
      })
  void nothingOfTheConsoleIsThereHoweverItIsAskedFor(String target) {
    for (String method :
        new String[] {"GET", "POST", "PUT", "DELETE", "HEAD", "TRACE", "OPTIONS"}) {
      Answer answer = RawSocket.ask(open, method + " " + target + " HTTP/1.1");

      // "what does this server know" is answered before any of ours is asked, and says nothing
      boolean nothingSaid = target.equals("*") && answer.head().contains("Content-Length: 0");
      assertThat(nothingSaid || List.of(400, 404, 405).contains(answer.status()))
          .as(method + " " + answer.text())
          .isTrue();
      assertThat(answer.text())
          .doesNotContain("Set-Cookie", "password", "Tomcat", "Exception", "WWW-Authenticate");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host: 127.0.0.1:8088",
        "Host: localhost",
        "Host: console.example",
        "X-Forwarded-Host: console.example",
        "X-Forwarded-Port: 8088",
        "X-Forwarded-Prefix: /login",
        "X-Original-URL: /login",
        "X-Rewrite-URL: /login",
        "Forwarded: host=console.example;proto=https"
      })
  void noHeaderLeadsToTheConsole(String header) {
    assertThat(RawSocket.ask(open, "GET /login HTTP/1.1", header).status()).isEqualTo(404);
    assertThat(RawSocket.ask(open, "GET / HTTP/1.1", header).text()).doesNotContain("/login");
  }

  @Test
  void thePlainAddressIsABarePage() {
    Answer answer = RawSocket.ask(open, "GET / HTTP/1.1");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).contains("There is nothing to see here.");
    assertThat(answer.head())
        .contains(
            "Content-Security-Policy: default-src 'none'",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Cache-Control: no-store")
        .doesNotContain("Set-Cookie", "Server:");
  }

  @Test
  void aBrowserIsToldInWordsAndAProgramInJson() {
    assertThat(RawSocket.ask(open, "GET /pay/x HTTP/1.1", "Accept: text/html").text())
        .contains("<p>There is no such page.");
    assertThat(RawSocket.ask(open, "GET /pay/x HTTP/1.1").text())
        .contains("application/problem+json", "urn:dunlin:problem:not-found");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hooks/acme/books/secret", "/pay/abc"})
  void whatIsOpenToEverybodyIsNotOnTheConsolesPort(String path) {
    Answer stranger = RawSocket.ask(console, "POST " + path + " HTTP/1.1", "Content-Length: 0");
    assertThat(stranger.status()).isIn(302, 403);

    assertThat(Browser.signedIn().open(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whoKnowsTheHookOfAConnectionPushesFilesToIt() {
    String path = hook(Scene.FOLDER);
    String content = "pushed " + UUID.randomUUID();

    Answer first = push(path + "?name=a%20b.xml", content);
    Answer again = push(path, content);

    assertThat(first.status()).as(first.text()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(200);
    String delivery = first.text().replaceAll("(?s).*\"delivery\":\"([^\"]+)\".*", "$1");
    assertThat(again.text()).contains(delivery);
    Delivery taken =
        scene
            .stores()
            .views()
            .deliveries()
            .find(scene.id(), UUID.fromString(delivery))
            .orElseThrow()
            .delivery();
    assertThat(taken.name()).isEqualTo("a b.xml");
    assertThat(taken.mayHandOver()).as("reaches another company").isFalse();
    assertThat(scene.stores().hooks().all())
        .anyMatch(hook -> hook.companyId().equals(scene.id()) && hook.lastUsedAt() != null);
  }

  @Test
  void aHookOfAnotherConnectionAnOlderOneOrNoneIsNotThere() {
    String old = hook(Scene.FOLDER);
    String path = hook(Scene.FOLDER);
    Scene other = new Scene();

    assertThat(push(old, "x").status()).isEqualTo(404);
    assertThat(push(path.replace(scene.id(), other.id()), "x").status()).isEqualTo(404);
    assertThat(push(path + "/", "x").status()).isEqualTo(404);
    assertThat(RawSocket.ask(open, "GET " + path + " HTTP/1.1").status()).isEqualTo(404);
    assertThat(scene.stores().hooks().remove(scene.id(), Scene.FOLDER)).isTrue();
    assertThat(push(path, "x").status()).isEqualTo(404);
  }

  @Test
  void noMoreIsTakenAtOnceThanMayBe() {
    String path = hook(Scene.FOLDER);
    String large = "x".repeat(Hub.LARGEST_PUSH + 1);

    assertThat(push(path, large).status()).isEqualTo(413);
    Answer inPieces =
        RawSocket.send(
            open,
            "POST %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n"
                .formatted(path, large.length(), large));
    assertThat(inPieces.status()).isEqualTo(413);
    assertThat(push(path, "").status()).isEqualTo(400);
  }

  @Test
  void aPausedConnectionAsksToBePushedToLater() {
    String path = hook(Scene.FOLDER);
    scene.stores().connections().setPaused(scene.id(), Scene.FOLDER, true);

    Answer answer = push(path, "x");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.head()).contains("Retry-After: 600");
  }

  @Test
  void theAddressThatIsGivenOutIsThatOfTheSetting() {
    assertThat(
            new PublicAddress(URI.create("https://pay.example.test/dunlin")).hook("a/c", "b", "s"))
        .isEqualTo("https://pay.example.test/dunlin/hooks/a%2Fc/b/s");
  }

  private String hook(String connection) {
    String secret =
        Hub.SHARED.context().getBean(PushFile.class).make(scene.id(), connection, "anna");
    return "/hooks/" + scene.id() + "/" + connection + "/" + secret;
  }

  private Answer push(String path, String content) {
    return RawSocket.send(
        open,
        "POST %s HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(path, content.length(), content));
  }
}
