package org.dunlin.connectors.program.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.program.hook.Callers.call;
import static org.dunlin.connectors.program.hook.Callers.hooks;
import static org.dunlin.connectors.program.hook.Callers.keyed;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Replies;
import org.dunlin.core.port.HttpCall;
import org.junit.jupiter.api.Test;

/** How programs try an address, and how they come to know it. */
class HandshakesTest {
  private static final String OWN =
      "verify: {kind: hmac-sha256, header: X-Sig, encoding: hex, secret: \"{hook.secret}\"}\n";

  @Test
  void aSignatureIsAllThatSomeProgramsWantToSee() {
    Hooks hooks =
        hooks(
            "verify: {kind: hmac-sha256, header: X-Sig, encoding: hex,"
                + " secret: \"{settings.hookKey}\"}\nevents: .events\n"
                + "handshake: {kind: signature}\n");
    // printf '{"events":[]}' | openssl dgst -sha256 -hmac key
    String right = "42bcfd9fc3529e704b0e5288644858c732f827e2f9c0a52ab4a93716e846296d";
    assertThat(hooks.read(call("{\"events\":[]}", "X-Sig", right), keyed("key"), Callers.NOW))
        .isEqualTo(new HookVerdict.Notices(List.of()));
    assertThat(hooks.read(call("{\"events\":[]}", "X-Sig", "00"), keyed("key"), Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void aPingIsAnsweredAndForgotten() {
    Hooks hooks = hooks(OWN + "handshake: {kind: ping}\n");
    HookVerdict.Handshake answered = new HookVerdict.Handshake(Map.of(), null, null);
    assertThat(hooks.read(call(""), Facts.NONE, Callers.NOW)).isEqualTo(answered);
    assertThat(hooks.read(call("{\"test\":true}"), Facts.NONE, Callers.NOW))
        .as("the secret is told only when the subscription is answered")
        .isEqualTo(answered);
    Facts known = Facts.NONE.withSecret("hook.secret", "key");
    assertThat(hooks.read(call(""), known, Callers.NOW)).isEqualTo(answered);
    assertThat(hooks.read(call("{\"test\":true}"), known, Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void aPingDoesNotOpenADoorWhereASettingIsMissing() {
    Hooks hooks =
        hooks(
            "verify: {kind: hmac-sha256, header: X-Sig, encoding: hex,"
                + " secret: \"{settings.hookKey}\"}\nhandshake: {kind: ping}\n");
    assertThat(hooks.read(call("{}"), Facts.NONE, Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void anEchoAnswersWithTheHeaderAndKeepsItOnce() {
    Hooks hooks = hooks(OWN + "handshake: {kind: echo, header: X-Hook-Secret}\n");
    HookCall call = call("", "X-Hook-Secret", "first");
    assertThat(hooks.read(call, Facts.NONE, Callers.NOW))
        .isEqualTo(new HookVerdict.Handshake(Map.of("X-Hook-Secret", "first"), null, "first"));
    assertThat(hooks.read(call, Facts.NONE.withSecret("hook.secret", "known"), Callers.NOW))
        .as("nobody can put another secret in its place")
        .isInstanceOf(HookVerdict.Wrong.class);
    assertThat(hooks.read(call("", "X-Hook-Secret", "a\r\nb: c"), Facts.NONE, Callers.NOW))
        .isInstanceOf(HookVerdict.Wrong.class);
  }

  @Test
  void aVerifierIsSentBack() {
    Hooks hooks =
        hooks(
            OWN
                + """
                handshake:
                  kind: verifier
                  field: verifier
                  request:
                    method: PUT
                    path: "/callbacks/{hook.id}"
                    body: {verifier: "{hook.verifier}"}
                """);
    HookVerdict verdict =
        hooks.read(
            call("verifier=v-1", "Content-Type", "application/x-www-form-urlencoded"),
            Facts.NONE.with("hook.id", "9"),
            Callers.NOW);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            HookVerdict.Handshake.class,
            handshake -> {
              HttpCall back = Objects.requireNonNull(handshake.then());
              assertThat(back.address()).hasToString("https://api.example.test/v1/callbacks/9");
              assertThat(Replies.body(back)).isEqualTo("{\"verifier\":\"v-1\"}");
              assertThat(handshake.secret()).isEqualTo("v-1");
              assertThat(handshake.toString()).doesNotContain("v-1");
            });
  }

  @Test
  void aSubscriptionIsMadeForEachKindOfEventAndTellsItsSecret() {
    Subscribing subscribing =
        hooks(
                OWN
                    + """
                    subscribe:
                      request: {method: POST, path: /hooks, body: {url: "{hook.url}", event: "{each}"}}
                      each: [invoice.created, invoice.changed]
                      id: .id
                      secret: .token
                      lasts: P4D
                      remove: {method: DELETE, path: "/hooks/{hook.id}"}
                    """)
            .subscribing()
            .orElseThrow();
    Facts facts = Facts.NONE.with("hook.url", "https://hub.example.test/h/x").with("hook.id", "7");
    assertThat(subscribing.each()).containsExactly("invoice.created", "invoice.changed");
    assertThat(Replies.body(subscribing.subscribe("invoice.created", facts)))
        .isEqualTo("{\"url\":\"https://hub.example.test/h/x\",\"event\":\"invoice.created\"}");
    Subscribed subscribed =
        subscribing.subscribed(Replies.ok("{\"id\":7,\"token\":\"s3cret\"}"), facts, Callers.NOW);
    assertThat(subscribed.id()).isEqualTo("7");
    assertThat(subscribed.secret()).isEqualTo("s3cret");
    assertThat(subscribed.renewFrom()).isEqualTo("2026-11-23T08:00:00Z");
    assertThat(subscribed.toString()).doesNotContain("s3cret");
    assertThat(subscribing.remove(facts).orElseThrow().method()).isEqualTo("DELETE");
    assertThat(subscribing.renew("invoice.created", facts)).isEmpty();
  }

  @Test
  void oneSubscriptionMayBeForAll() {
    Subscribing subscribing =
        hooks(OWN + "subscribe: {request: {method: POST, path: /hooks}, id: .id}\n")
            .subscribing()
            .orElseThrow();
    assertThat(subscribing.each()).containsExactly("");
  }
}
