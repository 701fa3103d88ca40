package org.dunlin.work.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An app that may ask by its own credentials gets its tokens without a person. */
class AppCredentialsTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      documentation: https://developer.shop.example/
      capabilities: [read.invoices]
      base: "https://api.shop.example/v1"
      authorisation:
        kind: oauth2
        grant: client-credentials
        token: https://api.shop.example/token
        client: basic
        scopes: [read, list]
        refresh: {margin: PT2M}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: /invoices}
          records: .invoices
          key: .id
          paging: {kind: none}
          mapping: invoices.jslt
      """;

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(MANIFEST, vendor);
  private String secret = "secret-of-our-app";
  private int tokens;

  @BeforeEach
  void connect() {
    vendor.answers(this::program);
    hub.connect(Map.of("clientId", "our app", "clientSecret", secret), Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void nobodyHasToAuthoriseItAndTheTokenIsAskedForOnce() {
    hub.drain();
    hub.later();
    hub.drain();

    assertThat(vendor.paths())
        .containsExactly("POST /token", "GET /v1/invoices", "GET /v1/invoices");
    String asked = new String(vendor.asked.getFirst().body(), StandardCharsets.UTF_8);
    assertThat(asked.split("&"))
        .containsExactlyInAnyOrder("grant_type=client_credentials", "scope=read%20list");
    assertThat(vendor.asked.getFirst().headers().get("authorization")).startsWith("Basic ");
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  @Test
  void aTokenThatEndsIsReplacedTheSameWay() {
    hub.drain();
    tokens++;
    hub.later();
    hub.drain();

    assertThat(vendor.paths())
        .endsWith("GET /v1/invoices", "POST /token", "GET /v1/invoices")
        .hasSize(5);
  }

  @Test
  void credentialsThatAreRefusedAskThePersonAndOthersOpenItAgain() {
    secret = "another";
    hub.drain();
    assertThat(hub.health().state()).isEqualTo(State.REAUTHORISE);
    assertThat(hub.health().reason()).isNotBlank().doesNotContain("secret-of-our-app");
    hub.process.change.change(
        "acme", PullHub.SHOP, Map.of("clientSecret", "another"), PullHub.ANNA);
    hub.drain();

    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
    assertThat(vendor.paths()).endsWith("GET /v1/invoices");
  }

  private HttpReply program(HttpCall call) {
    if (call.address().getPath().equals("/token")) {
      String shown =
          call.headers().getOrDefault("authorization", "Basic ").substring("Basic ".length());
      String decoded = new String(Base64.getDecoder().decode(shown), StandardCharsets.UTF_8);
      boolean right = decoded.endsWith(":" + secret);
      return right
          ? reply(200, "{\"access_token\": \"t-%d\", \"expires_in\": 3600}".formatted(++tokens))
          : reply(401, "{\"error\": \"invalid_client\"}");
    }
    boolean good = ("Bearer t-" + tokens).equals(call.headers().get("authorization"));
    return good ? reply(200, "{\"invoices\": []}") : reply(401, "{}");
  }
}
