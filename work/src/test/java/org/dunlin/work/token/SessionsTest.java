package org.dunlin.work.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.program.Health.State;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that works in sessions is signed in to once, and again when the session ends. */
class SessionsTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      documentation: https://developer.shop.example/
      capabilities: [read.invoices, read.documents]
      base: "https://api.shop.example/v1"
      settings:
        - {name: user, label: User, help: Your name there., type: text, required: true}
        - {name: password, label: Password, help: Your password there., type: secret, required: true}
      authorisation:
        kind: session
        request: {method: POST, path: /session, body: {user: "{settings.user}", password: "{settings.password}"}}
        gives: {sid: .session}
        lasts: PT8H
        headers: {X-Session: "{session.sid}"}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: /invoices}
          records: .invoices
          key: .id
          paging: {kind: none}
          documents:
            request: {method: POST, path: "/invoices/{key}/pdf", body: {sid: "{session.sid}"}}
            name: "{key}.pdf"
            type: application/pdf
          mapping: invoices.jslt
      """;

  private final ScriptedVendor vendor = new ScriptedVendor();
  private final PullHub hub = new PullHub(MANIFEST, vendor);
  private String password = "right";
  private int sessions;

  @BeforeEach
  void connect() {
    vendor.answers(this::program);
    hub.connect(Map.of("user", "anna", "password", "right"), Map.of());
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void itIsSignedInToOnceForManyRequests() {
    hub.drain();
    hub.later();
    hub.drain();

    assertThat(vendor.paths())
        .containsExactly("POST /v1/session", "GET /v1/invoices", "GET /v1/invoices");
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  @Test
  void aSessionThatTheProgramEndsIsReplacedAndTheRequestMadeOnceMore() {
    hub.drain();
    sessions++;
    hub.later();
    hub.drain();

    assertThat(vendor.paths())
        .endsWith("GET /v1/invoices", "POST /v1/session", "GET /v1/invoices")
        .hasSize(5);
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  @Test
  void aSessionIsReplacedOnceItHasLastedAsLongAsItDoes() {
    hub.drain();
    hub.hub.sql("update connection_token set renew_at = now()");
    hub.later();
    hub.drain();

    assertThat(vendor.paths()).endsWith("POST /v1/session", "GET /v1/invoices").hasSize(4);
  }

  @Test
  void aPasswordThatIsNotRightAsksThePersonAndIsNotTriedAgainUntilThereIsAnother() {
    password = "changed";
    hub.drain();
    assertThat(hub.health().state()).isEqualTo(State.REAUTHORISE);
    assertThat(hub.health().reason()).contains("Shop Books");
    hub.later();
    hub.drain();
    assertThat(vendor.paths()).containsExactly("POST /v1/session");
    hub.process.change.change("acme", PullHub.SHOP, Map.of("password", "changed"), PullHub.ANNA);
    hub.drain();

    assertThat(vendor.paths()).endsWith("GET /v1/invoices");
    assertThat(hub.health().state()).isEqualTo(State.AUTHORISED);
  }

  @Test
  void whatASignInGaveIsKnownToDocumentsToo() {
    hub.drain();
    hub.process.steer.wantDocument("acme", PullHub.SHOP, "invoices", "i-1");
    hub.drain();

    assertThat(vendor.paths()).endsWith("POST /v1/invoices/i-1/pdf");
    assertThat(body(vendor.asked.getLast())).isEqualTo("{\"sid\":\"s-1\"}");
  }

  private HttpReply program(HttpCall call) {
    if (call.address().getPath().equals("/v1/session")) {
      boolean right = body(call).contains("\"" + password + "\"");
      return right
          ? reply(200, "{\"session\": \"s-" + ++sessions + "\"}")
          : reply(401, "{\"error\": \"no\"}");
    }
    boolean known = List.of("s-" + sessions).contains(call.headers().get("x-session"));
    return known ? reply(200, "{\"invoices\": []}") : reply(401, "{}");
  }

  private static String body(HttpCall call) {
    return new String(call.body(), StandardCharsets.UTF_8);
  }
}
