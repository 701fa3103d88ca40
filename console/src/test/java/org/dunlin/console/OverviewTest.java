package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class OverviewTest {
  private final Scene scene = new Scene();

  private String page() {
    return page("");
  }

  /** The text of the page, its tags left out and its spaces made one. */
  private String page(String query) {
    return Browser.signedIn()
        .open(scene.page() + query)
        .body()
        .replaceAll("<[^>]*>", " ")
        .replaceAll("[\\s\u00a0]+", " ");
  }

  @Test
  void aCompanyInWhichNothingWaitsNeedsNobody() {
    assertThat(page())
        .contains("Nothing needs you.", "No invoice is open.")
        .contains("Business date 20 Nov 2026 , set by hand");
  }

  @Test
  void whatIsOwedIsSplitByHowLongItIsOverdue() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    scene.invoice(customer, "2026-0001", Scene.TODAY, "100.00");
    scene.invoice(customer, "2026-0002", Scene.TODAY.minusDays(1), "1210.00");
    scene.invoice(customer, "2026-0003", Scene.TODAY.minusDays(91), "20.50");
    assertThat(page())
        .contains("Open EUR 1,330.50 Overdue EUR 1,230.50 Not yet due EUR 100.00")
        .contains("From 3 invoices, 1 customer")
        .contains("Not yet due EUR 100.00 1–30 days overdue EUR 1,210.00")
        .contains("More than 90 days overdue EUR 20.50")
        .contains("2026-0003 Bakkerij Jansen B.V. 21 Aug 2026 91 EUR 20.50 EUR 20.50 none");
  }

  @Test
  void anUnallocatedPaymentIsListedWithWhatMatchingSuggests() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "rekening 42", "60.00");
    scene.allocation(payment, invoice, "60.00", Decision.SUGGESTED, "the number 42 fits");
    assertThat(page())
        .contains("1 payment, EUR 60.00")
        .contains(
            "20 Nov 2026 JANSEN rekening 42 EUR 60.00 EUR 60.00 2026-0042 the number 42 fits");
  }

  @Test
  void theLedgerTiesOutInTheOpen() {
    UUID invoice = scene.invoice(scene.customer("Jansen"), "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    assertThat(page())
        .contains("Payments in EUR 60.00 = allocated EUR 40.00 + unallocated EUR 20.00")
        .contains(
            "Outstanding at the source EUR 100.00 = open EUR 60.00 + allocated by the hub EUR 40.00")
        .doesNotContain("Difference");
  }

  @Test
  void aDifferenceIsShownAndNotPlugged() {
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.stores().payments().claim(scene.id(), payment, Scene.euro("15.00").getAmount());
    assertThat(page()).contains("Difference EUR 15.00");
  }

  @Test
  void everythingThatWaitsForAPersonIsCountedAndLeadsToItsSection() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "1", Scene.TODAY.minusDays(10), "10.00");
    UUID second = scene.invoice(customer, "2", Scene.TODAY.minusDays(10), "10.00");
    UUID third = scene.invoice(customer, "3", Scene.TODAY.minusDays(10), "10.00");
    scene.email(customer, invoice, "a", EffectState.UNKNOWN);
    scene.email(customer, second, "b", EffectState.AWAITING_APPROVAL);
    scene.email(customer, third, "c", EffectState.FAILED);
    scene.deliver("junk.bin", "no format at all " + scene.id());
    scene.held(customer, invoice, HoldReason.NO_ADDRESS, HoldReason.STALE_SOURCE);
    UUID payment = scene.payment("JANSEN", "1", "10.00");
    scene.allocation(payment, invoice, "10.00", Decision.CONFLICT, "number");
    assertThat(page())
        .contains(
            "1 message may or may not have left",
            "1 message to release",
            "1 message refused for good",
            "1 delivery quarantined",
            "1 allocation contradicted",
            "1 reminder held: there is no e-mail address that works",
            "1 reminder held: bank statements up to the last banking day are missing")
        .doesNotContain("Nothing needs you");
    assertThat(Browser.signedIn().open(scene.page()).body())
        .contains("href=\"/messages?state=UNKNOWN&amp;company=" + scene.id() + "\"")
        .contains("href=\"/inbox?show=QUARANTINED&amp;company=" + scene.id() + "\"");
  }

  @Test
  void aCompanyThatIsNotThereIsNotFound() {
    assertThat(Browser.signedIn().open("/?company=nobody").statusCode()).isEqualTo(404);
  }
}
