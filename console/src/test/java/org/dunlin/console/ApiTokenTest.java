package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.dunlin.work.access.Tokens;
import org.junit.jupiter.api.Test;

/** Who may call the API with a token, and what it allows. */
class ApiTokenTest {
  private final Scene scene = new Scene();
  private final Tokens tokens = new Tokens(scene.stores(), Clock.systemUTC());
  private final String customers = "/api/v1/companies/" + scene.id() + "/customers";

  @Test
  void aTokenOpensTheApiAndNotTheConsole() {
    Caller program = Caller.allowed(null, Scope.READ);

    assertThat(program.get(customers).statusCode()).isEqualTo(200);
    assertThat(program.get(scene.page()).headers().firstValue("Location").orElseThrow())
        .endsWith("/login");
  }

  @Test
  void noSessionIsMadeAndNoOtherSiteIsLetIn() {
    HttpResponse<String> answer =
        Caller.allowed(null, Scope.READ).get(customers, "Origin", "https://elsewhere.test");

    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().map().keySet())
        .noneMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("access-control"));
  }

  @Test
  void whatATokenDoesNotAllowIsRefusedByTheNameOfItsScope() {
    UUID customer = scene.customer("Bakkerij Jansen");
    Caller reader = Caller.allowed(scene.id(), Scope.READ);
    String deliveries = "/api/v1/companies/" + scene.id() + "/connections/books/deliveries?name=a";

    assertProblem(reader.send("POST", deliveries, "x"), 403, "missing-scope", "deliver");
    assertProblem(
        Caller.allowed(scene.id(), Scope.READ, Scope.WRITE, Scope.ERASE)
            .send(
                "PUT",
                "/api/v1/companies/" + scene.id() + "/profile",
                "{}",
                "Content-Type",
                "application/json"),
        403,
        "missing-scope",
        "settings");
    assertProblem(
        reader.send("DELETE", customers + "/" + customer, ""), 403, "missing-scope", "erase");
    assertProblem(
        Caller.allowed(scene.id(), Scope.WRITE, Scope.ERASE).get(customers),
        403,
        "missing-scope",
        "read");
    assertThat(
            Caller.allowed(scene.id(), Scope.ERASE)
                .send("DELETE", customers + "/" + customer, "")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aPageOfAnotherSiteIsRefusedByItsOriginWhereABrowserSaysNoMore() {
    for (String origin : new String[] {"http://elsewhere.test", "null", "::"}) {
      assertProblem(
          Caller.allowed(null, Scope.READ).get(customers, "Origin", origin),
          403,
          "other-site",
          "other sites");
    }
    assertThat(
            Caller.allowed(null, Scope.READ)
                .get(customers, "Origin", Hub.SHARED.address())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void aTokenOfOneCompanySeesNoOther() {
    Scene other = new Scene();
    Caller program = Caller.allowed(scene.id(), Scope.READ);

    assertProblem(
        program.get("/api/v1/companies/" + other.id() + "/customers"),
        404,
        "not-found",
        "no company");
    assertProblem(program.get("/api/v1/companies/" + other.id()), 404, "not-found", "no company");
    assertProblem(program.get("/api/v1/companies/nobody"), 404, "not-found", "no company");
    assertThat(json(program.get("/api/v1/companies")).get("items"))
        .hasSize(1)
        .allMatch(company -> company.get("id").asText().equals(scene.id()));
  }

  @Test
  void aRevokedOrExpiredTokenIsWorthNothing() {
    Tokens.Made revoked = tokens.make("r" + scene.id(), Set.of(Scope.READ), null, null, "anna");
    Tokens.Made brief =
        new Tokens(scene.stores(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
            .make("b" + scene.id(), Set.of(Scope.READ), null, Instant.ofEpochSecond(9), "anna");
    Caller program = Caller.with("Bearer " + revoked.secret());

    assertThat(program.get(customers).statusCode()).isEqualTo(200);
    assertThat(tokens.revoke(revoked.token().id(), "anna")).isTrue();
    assertProblem(program.get(customers), 401, "unknown-caller", "revoked");
    assertProblem(
        Caller.with("Bearer " + brief.secret()).get(customers), 401, "unknown-caller", "expired");
    rightPassword();
  }

  @Test
  void onlyTheDigestIsKeptAndTheUseIsNoted() {
    Tokens.Made made = tokens.make("d" + scene.id(), Set.of(Scope.READ), null, null, "anna");

    assertThat(Caller.with("bearer " + made.secret()).get(customers).statusCode()).isEqualTo(200);

    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(tokens.find(made.token().name()).orElseThrow().lastUsedAt()).isNotNull();
    assertThat(scene.stores().apiTokens().find(made.secret().getBytes(UTF_8))).isEmpty();
  }

  /** The brake on guessing forgets. */
  private void rightPassword() {
    assertThat(Caller.administrator(Hub.PASSWORD).get(customers).statusCode()).isEqualTo(200);
  }

  private static void assertProblem(
      HttpResponse<String> answer, int status, String type, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:" + type);
    assertThat(json(answer).get("detail").asText()).contains(detail);
  }
}
