package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.AdjustmentReason;
import org.dunlin.core.model.Decision;
import org.dunlin.store.ledger.BookedObject;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class InvoicePagesTest {
  private final Scene scene = new Scene();

  private String list(String more) {
    return Text.of(Browser.signedIn().open("/invoices?company=" + scene.id() + more));
  }

  @Test
  void invoicesAreChosenByHowTheyStandAndFoundByNumber() {
    UUID customer = scene.customer("Jansen");
    scene.invoice(customer, "2026-0001", Scene.TODAY.plusDays(5), "10.00");
    scene.invoice(customer, "2026-0002", Scene.TODAY.minusDays(5), "20.00");
    UUID paid = scene.invoice(customer, "2026-0003", Scene.TODAY.minusDays(9), "30.00");
    scene.allocation(scene.payment("J", "x", "30.00"), paid, "30.00", Decision.AUTOMATIC, "number");
    assertThat(list("")).containsSubsequence("2026-0002", "2026-0001").doesNotContain("2026-0003");
    assertThat(list("&show=OVERDUE")).contains("2026-0002").doesNotContain("2026-0001");
    assertThat(list("&show=PAID")).contains("2026-0003", "Settled").doesNotContain("2026-0002");
    assertThat(list("&show=ALL&search=2026-0003"))
        .contains("2026-0003")
        .doesNotContain("2026-0001");
    assertThat(list("&search=9"))
        .contains("No number here begins with “9”.", "Look among all documents");
  }

  @Test
  void theInvoicesOfOneCustomerCanBeHadAlone() {
    UUID jansen = scene.customer("Jansen");
    scene.invoice(jansen, "2026-0001", Scene.TODAY, "10.00");
    scene.invoice(scene.customer("Pietersen"), "2026-0002", Scene.TODAY, "20.00");
    assertThat(list("&customer=" + jansen))
        .contains("Only those of Jansen", "2026-0001")
        .doesNotContain("2026-0002");
  }

  @Test
  void anInvoiceSaysWhatWasPaidAndWhy() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "40.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number fits");
    scene.email(customer, invoice, "a", EffectState.SENT);
    assertThat(Text.of(Browser.signedIn().open("/invoices/" + invoice + "?company=" + scene.id())))
        .contains("Invoice 2026-0042")
        .contains("Open EUR 60.00 Total EUR 100.00 Due 10 Nov 2026 State Overdue")
        .contains("Customer Jansen Owed to Acme B.V.")
        .contains("Outstanding at the source EUR 100.00")
        .contains("not yet booked there EUR 40.00")
        .contains(
            "Payment by JANSEN booked 20 Nov 2026 EUR 40.00 Allocated automatically Document number"
                + " 97% the number fits 20 Nov 2026 matched by the hub")
        .contains("first by e-mail EUR 60.00 1 invoice Sent Read it")
        .contains("Connection books");
  }

  @Test
  void aDeliveredInvoiceLeadsToItsBytesItsDocumentsAndWhatChanged() {
    Filled filled = new Filled();
    UUID invoice = filled.delivered();
    String address = "/invoices/" + invoice + "?company=" + filled.scene.id();
    String body = Browser.signedIn().open(address).body();
    assertThat(body)
        .contains("href=\"/deliveries/" + filled.delivery + "/raw?company=" + filled.scene.id())
        .contains("/deliveries/" + filled.delivery + "/documents/");
    assertThat(Text.of(body))
        .contains("timesheet.pdf", "invoice-2026-0101.xml")
        .contains("Invoice added read by the hub");
  }

  @Test
  void anInvoiceThatIsNotThereIsNotFound() {
    assertThat(
            Browser.signedIn()
                .open("/invoices/" + UUID.randomUUID() + "?company=" + scene.id())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatItsProgramSettledWithoutMoneyStandsOnTheInvoice() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0043", Scene.TODAY, "100.00");
    String said =
        scene
            .stores()
            .views()
            .sources()
            .ofInvoice(scene.id(), invoice)
            .getFirst()
            .named()
            .sourceId();
    scene
        .stores()
        .bookedObjects()
        .replace(
            scene.origin(),
            new BookedObject("invoices", said),
            List.of(),
            List.of(),
            List.of(
                new Adjustment("P-7", said, Scene.euro("2.00"), AdjustmentReason.DISCOUNT, null)));

    assertThat(Text.of(Browser.signedIn().open("/invoices/" + invoice + "?company=" + scene.id())))
        .contains("Settled without money", "Discount EUR 2.00 books P-7");
    UUID other = scene.invoice(customer, "2026-0044", Scene.TODAY, "100.00");
    assertThat(Text.of(Browser.signedIn().open("/invoices/" + other + "?company=" + scene.id())))
        .doesNotContain("Settled without money");
  }
}
