package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class OutboxTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Jansen");

  private UUID statusFile(UUID invoice, EffectState state) {
    UUID effect = new Entries(scene).statusFile(invoice);
    if (state != EffectState.PENDING) {
      scene
          .stores()
          .outbox()
          .change(scene.id(), effect, EffectState.PENDING, state, "The disk is full.");
    }
    return effect;
  }

  private UUID statusFile(EffectState state) {
    return statusFile(scene.invoice(customer, "2026-0042", Scene.TODAY, "10.00"), state);
  }

  private UUID email(EffectState state) {
    UUID invoice = scene.invoice(customer, "2026-0043", Scene.TODAY.minusDays(9), "10.00");
    return scene.email(customer, invoice, "Reminder", state);
  }

  private EffectState state(UUID effect) {
    return scene.stores().outbox().find(scene.id(), effect).orElseThrow().state();
  }

  private String page(UUID effect) {
    return browser.open("/outbox/" + effect + "?company=" + scene.id()).body();
  }

  private HttpResponse<String> retry(UUID effect) {
    return browser.press(
        "/outbox/" + effect + "/retry",
        "company",
        scene.id(),
        "back",
        "/outbox/" + effect + "?company=" + scene.id());
  }

  @Test
  void allThatLeavesIsListedWithItsStateAndCanBeChosenByIt() {
    statusFile(EffectState.FAILED);
    email(EffectState.SENT);
    String outbox = "/outbox?company=" + scene.id();
    assertThat(Text.of(browser.open(outbox)))
        .contains("Status of 2026-0042 Status file books Failed 0 The disk is full.")
        .contains("Reminder E-mail Mail server ap@customer.example Sent 0");
    assertThat(Text.of(browser.open(outbox + "&state=FAILED")))
        .contains("Status of 2026-0042")
        .doesNotContain("Reminder E-mail");
  }

  @Test
  void anEntryShowsByteForByteWhatLeaves() {
    assertThat(page(statusFile(EffectState.SENT)))
        .contains("{\"type\":\"dunlin\"}", "the hub tries again by itself");
    assertThat(page(email(EffectState.SENT)))
        .contains("&lt;p style=", "It is sent at most once.", "As the customer sees it");
  }

  @Test
  void aRefusedFileThatItsReceiverKnowsByItsKeyIsTriedAgain() {
    UUID effect = statusFile(EffectState.FAILED);
    assertThat(page(effect)).contains(">Try now<");
    assertThat(browser.follow(retry(effect)).body()).contains("It is tried now.");
    assertThat(state(effect)).isEqualTo(EffectState.PENDING);
    assertThat(scene.stores().journal().newest(scene.id(), 1).getFirst().event())
        .isEqualTo("EFFECT_RETRIED");
  }

  @Test
  void aMessageIsNeverSentAgain() {
    for (EffectState ended :
        new EffectState[] {EffectState.FAILED, EffectState.SENT, EffectState.UNKNOWN}) {
      UUID effect = email(ended);
      assertThat(page(effect)).doesNotContain(">Try now<");
      assertThat(browser.follow(retry(effect)).body()).contains("nothing was changed");
      assertThat(state(effect)).isEqualTo(ended);
    }
  }

  @Test
  void whatIsUnknownIsSettledHereToo() {
    UUID effect = email(EffectState.UNKNOWN);
    assertThat(page(effect)).contains("It left", "It did not leave");
  }

  @Test
  void aStatusFileIsShownInTheOutboxAndNotAmongMessages() {
    UUID effect = statusFile(EffectState.SENT);
    assertThat(browser.open("/messages?company=" + scene.id()).body())
        .doesNotContain(effect.toString());
    assertThat(
            browser
                .open("/messages/" + effect + "?company=" + scene.id())
                .headers()
                .firstValue("Location"))
        .get()
        .asString()
        .contains("/outbox/" + effect);
  }

  @Test
  void anEntryThatIsNotThereIsNotFound() {
    UUID nothing = UUID.randomUUID();
    assertThat(browser.open("/outbox/" + nothing + "?company=" + scene.id()).statusCode())
        .isEqualTo(404);
    assertThat(retry(nothing).statusCode()).isEqualTo(404);
  }
}
