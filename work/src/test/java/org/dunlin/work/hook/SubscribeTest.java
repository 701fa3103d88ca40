package org.dunlin.work.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.work.pull.ScriptedVendor.reply;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.store.program.Subscriptions.Subscription;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.pull.Notices;
import org.dunlin.work.pull.PullHub;
import org.dunlin.work.pull.ScriptedVendor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Notices are asked for once a subject, kept alive, and asked for anew where they have ended. */
class SubscribeTest {
  private static final String MANIFEST =
      """
      program: shop
      name: Shop Books
      documentation: https://developer.shop.example/
      capabilities: [read.invoices, webhook]
      base: "https://api.shop.example/v1"
      authorisation: {kind: none}
      streams:
        invoices:
          gives: [read.invoices]
          every: PT15M
          request: {path: /invoices}
          records: .invoices
          key: .id
          fetch: {request: {path: "/invoices/{key}"}, records: "[.]"}
          paging: {kind: none}
          mapping: invoices.jslt
      webhooks:
        verify: {kind: hmac-sha256, header: X-Signature, encoding: hex, secret: "{hook.secret}"}
        wants: [{stream: invoices, key: .invoice}]
        subscribe:
          each: [paid, sent]
          lasts: P4D
          request: {method: POST, path: /hooks, body: {url: "{hook.url}", event: "{each}"}}
          id: .id
          secret: .secret
          renew: {method: PUT, path: "/hooks/{hook.id}", body: {event: "{each}"}}
          remove: {method: DELETE, path: "/hooks/{hook.id}"}
      """;
  private static final Pattern SECRET = Pattern.compile("https://hub.example/hooks/([^\"]+)\"");

  private final ScriptedVendor vendor = new ScriptedVendor();
  private int made;
  private HookAddress address =
      (companyId, connectionId, secret) -> Optional.of("https://hub.example/hooks/" + secret);

  private PullHub hub = connected();

  private PullHub connected() {
    vendor.answers(this::program);
    PullHub connected =
        PullHub.reachedAt(
            MANIFEST,
            vendor,
            (company, connection, secret) -> address.of(company, connection, secret));
    connected.connect(Map.of(), Map.of());
    return connected;
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void eachSubjectIsAskedForOnceWithTheAddressOfTheHook() {
    hub.drain();
    hub.later();
    hub.drain();

    assertThat(hooks()).containsExactly("POST /v1/hooks", "POST /v1/hooks");
    assertThat(bodies()).anyMatch(body -> body.contains("\"paid\""));
    assertThat(bodies()).anyMatch(body -> body.contains("\"sent\""));
    Matcher secret = SECRET.matcher(bodies().getFirst());
    assertThat(secret.find()).isTrue();
    assertThat(new PushFile(hub.hub.stores, hub.hub.accept).known("acme", "shop", secret.group(1)))
        .isTrue();
    assertThat(subscriptions()).extracting(Subscription::id).containsExactly("h-1", "h-2");
    assertThat(subscriptions()).noneMatch(Subscription::due);
  }

  @Test
  void noticesAreVerifiedByTheSecretThatTheProgramTold() {
    hub.drain();
    String body = "{\"invoice\": \"i-1\"}";
    assertThat(Notices.signed(hub, "told", body).status()).isEqualTo(200);
    assertThat(Notices.signed(hub, "another", body).status()).isEqualTo(401);
    hub.drain();

    assertThat(vendor.paths()).endsWith("GET /v1/invoices/i-1");
  }

  @Test
  void whereNobodyOutsideReachesTheHubNothingIsAskedFor() {
    address = HookAddress.NONE;
    hub.drain();

    assertThat(hooks()).isEmpty();
    assertThat(subscriptions()).isEmpty();
  }

  @Test
  void whatEndsSoonIsRenewedAndKeepsItsId() {
    hub.drain();
    ending();
    hub.drain();

    assertThat(hooks()).endsWith("PUT /v1/hooks/h-1", "PUT /v1/hooks/h-2").hasSize(4);
    assertThat(subscriptions()).extracting(Subscription::id).containsExactly("h-1", "h-2");
    assertThat(subscriptions()).noneMatch(Subscription::due);
  }

  @Test
  void whatHasEndedAtTheProgramIsAskedForAnew() {
    hub.drain();
    ending();
    vendor.answers(call -> call.method().equals("PUT") ? reply(404, "{}") : program(call));
    hub.drain();

    assertThat(subscriptions()).extracting(Subscription::id).containsExactly("h-3", "h-4");
    assertThat(subscriptions()).allMatch(each -> each.failure() == null && !each.due());
  }

  @Test
  void whatDoesNotComeAboutKeepsNothingElseBackAndIsTriedAgain() {
    vendor.answers(call -> hook(call) ? reply(422, "{}") : program(call));
    hub.drain();
    assertThat(vendor.paths()).contains("GET /v1/invoices");
    assertThat(subscriptions()).allMatch(each -> each.failure() != null && each.id() == null);
    vendor.answers(this::program);
    ending();
    hub.drain();

    assertThat(subscriptions()).allMatch(each -> each.failure() == null && each.id() != null);
  }

  private void ending() {
    hub.hub.sql("update hook_subscription set renew_at = now()");
    hub.later();
  }

  private List<Subscription> subscriptions() {
    return hub.hub.stores.programs().subscriptions().of("acme", PullHub.SHOP);
  }

  private List<String> hooks() {
    return vendor.paths(path -> path.contains("/hooks"));
  }

  private List<String> bodies() {
    return vendor.asked.stream()
        .filter(SubscribeTest::hook)
        .map(call -> new String(call.body(), StandardCharsets.UTF_8))
        .toList();
  }

  private static boolean hook(HttpCall call) {
    return call.address().getPath().startsWith("/v1/hooks");
  }

  private HttpReply program(HttpCall call) {
    if (hook(call)) {
      return call.method().equals("POST")
          ? reply(201, "{\"id\": \"h-%d\", \"secret\": \"told\"}".formatted(++made))
          : reply(200, "{}");
    }
    return call.address().getPath().equals("/v1/invoices")
        ? reply(200, "{\"invoices\": []}")
        : reply(200, "{\"id\": \"i-1\"}");
  }
}
