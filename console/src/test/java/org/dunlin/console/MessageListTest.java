package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** Messages and held reminders as lists. */
class MessageListTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  private String list(String query) {
    return Text.of(browser.open("/messages?company=" + scene.id() + query));
  }

  private String held(String query) {
    return Text.of(browser.open("/messages/held?company=" + scene.id() + query));
  }

  private void email(UUID customer, String subject, EffectState state) {
    UUID invoice = scene.invoice(customer, subject, Scene.TODAY.minusDays(10), "10.00");
    scene.email(customer, invoice, subject, state);
  }

  @Test
  void messagesCanBeChosenByState() {
    UUID customer = scene.customer("Jansen");
    email(customer, "the sent one", EffectState.SENT);
    email(customer, "the waiting one", EffectState.PENDING);
    assertThat(list("")).contains("the sent one", "the waiting one");
    assertThat(list("&state=SENT")).contains("the sent one").doesNotContain("the waiting one");
    assertThat(list("&state=FAILED")).contains("There is no message in this state.");
  }

  @Test
  void aLongListGoesOnOnTheNextPageAndLeavesNothingOut() {
    UUID customer = scene.customer("Jansen");
    for (int i = 100; i < 152; i++) {
      email(customer, "Reminder " + i, EffectState.SENT);
    }
    String first = browser.open("/messages?state=SENT&company=" + scene.id()).body();
    assertThat(first).contains("Reminder 151", "Reminder 102").doesNotContain("Reminder 101");
    String second = browser.open(Text.link(first, "Next page")).body();
    assertThat(second)
        .contains("Reminder 101", "Reminder 100", "First page")
        .doesNotContain("Reminder 102", "Next page");
  }

  @Test
  void aPlaceThatNoPageGaveIsNotUnderstood() {
    assertThat(browser.open("/messages?after=nonsense&company=" + scene.id()).statusCode())
        .isEqualTo(400);
  }

  @Test
  void withoutAnyMessageThePageSaysWhatMakesOne() {
    assertThat(list("")).contains("A reminder is written once an invoice is overdue");
  }

  @Test
  void aHeldReminderSaysWhyInPlainWords() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "100.00");
    scene.held(customer, invoice, HoldReason.PLAUSIBLE_PAYMENT, HoldReason.SHADOW);
    assertThat(held(""))
        .contains(
            "Jansen 2026-0042 EUR 100.00 20 Nov 2026 an unallocated payment may settle it"
                + " the company is in shadow mode");
  }

  @Test
  void heldRemindersCanBeChosenByReason() {
    UUID bakker = scene.customer("Bakker");
    scene.held(bakker, scene.invoice(bakker, "2", Scene.TODAY, "1.00"), HoldReason.DISPUTE);
    assertThat(held("&reason=DISPUTE")).contains("Bakker 2 EUR 1.00");
    assertThat(held("&reason=PROMISE"))
        .contains("No reminder is held for this reason.")
        .doesNotContain("Bakker 2 EUR");
    assertThat(held("&reason=")).contains("Bakker 2 EUR 1.00");
  }
}
