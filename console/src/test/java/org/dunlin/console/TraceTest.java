package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.store.ledger.Payments;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** A payload is followed from its raw bytes to the calls that left because of it. */
class TraceTest {
  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();

  private UUID books(int invoices) {
    return scene.deliver("invoices.xml", Papers.invoices(invoices, "Jansen " + scene.id()));
  }

  private String page(UUID delivery) {
    return browser.open("/deliveries/" + delivery + "?company=" + scene.id()).body();
  }

  private UUID only(String kind) {
    return scene.stores().journal().newest(scene.id(), 20).stream()
        .filter(entry -> entry.subjectKind().equals(kind))
        .map(entry -> UUID.fromString(entry.subjectId()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeliveryShowsWhatItBroughtAndWhatFollowed() {
    UUID delivery = books(1);
    assertThat(Text.of(page(delivery)))
        .contains("Customer · Customer added")
        .contains(
            "2026-0001 Invoice · Invoice added Jansen "
                + scene.id()
                + " EUR 100.00 nothing nothing");
    UUID invoice = only("invoice");
    UUID payment = scene.payment("JANSEN BV", "2026-0001", "40.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    UUID message = scene.email(only("customer"), invoice, "Reminder", EffectState.SENT);
    String page = page(delivery);
    assertThat(Text.of(page))
        .containsPattern("EUR 100.00 EUR 40.00 2026-0001 · JANSEN BV [A-Z][a-z ]+ E-mail Sent");
    assertThat(page)
        .contains("href=\"/messages/" + message + "?company=" + scene.id() + "\"")
        .contains("href=\"/payments/" + payment + "?company=" + scene.id() + "\"");
  }

  @Test
  void aPaymentIsFollowedToTheInvoiceThatItSettlesAndToWhatLeftAboutIt() {
    books(1);
    UUID invoice = only("invoice");
    UUID delivery =
        scene.deliver(
            "bank.xml", Papers.statement(Scene.IBAN, "JANSEN BV", "2026-0001 " + scene.id()));
    UUID payment =
        UUID.fromString(
            scene
                .stores()
                .payments()
                .unallocated(scene.id(), Payments.Place.START, 1)
                .getFirst()
                .payment()
                .id());
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    scene.email(only("customer"), invoice, "Thank you", EffectState.SENT);
    assertThat(Text.of(page(delivery)))
        .containsPattern(
            "JANSEN BV Payment 2026-0001 \\S+ EUR 40.00 EUR 40.00 2026-0001 · JANSEN BV [A-Z][a-z ]+ E-mail Sent");
  }

  @Test
  void aLargeDeliveryIsTracedPageByPage() {
    String first = page(books(30));
    assertThat(first).contains("2026-0024").doesNotContain("2026-0025");
    assertThat(browser.open(Text.link(first, "Next page")).body())
        .contains("2026-0025", "2026-0030")
        .doesNotContain("2026-0024");
  }

  @Test
  void aDeliveryThatBroughtNothingSaysSo() {
    UUID delivery = scene.deliver("junk.bin", "no format " + scene.id());
    assertThat(page(delivery)).contains("It brought nothing that was not known already");
  }
}
