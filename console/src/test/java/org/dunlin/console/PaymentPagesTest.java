package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.junit.jupiter.api.Test;

class PaymentPagesTest {
  private final Scene scene = new Scene();

  private String list(String more) {
    return Text.of(Browser.signedIn().open("/payments?company=" + scene.id() + more));
  }

  @Test
  void anUnallocatedPaymentIsListedWithWhatMatchingSuggests() {
    UUID customer = scene.customer("Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "rekening 42", "60.00");
    scene.allocation(payment, invoice, "60.00", Decision.SUGGESTED, "the number 42 fits");
    assertThat(list(""))
        .contains("Payments in EUR 60.00 Allocated EUR 0.00 Unallocated EUR 60.00")
        .contains(
            "20 Nov 2026 Transfer JANSEN rekening 42 EUR 60.00 EUR 60.00 Suggestion 2026-0042"
                + " the number 42 fits");
    assertThat(list("&search=reken")).contains("JANSEN");
    assertThat(list("&search=zzz")).contains("No payment here fits “zzz”.");
  }

  @Test
  void aPaymentSaysWhereItWentAndWhy() {
    UUID invoice = scene.invoice(scene.customer("Jansen"), "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number fits");
    assertThat(Text.of(Browser.signedIn().open("/payments/" + payment + "?company=" + scene.id())))
        .contains("Payment by JANSEN, 20 Nov 2026")
        .contains("Amount EUR 60.00 Allocated EUR 40.00 Unallocated EUR 20.00")
        .contains("Our account NL44RABO0123456789")
        .contains(
            "2026-0042 Jansen EUR 40.00 Allocated automatically Document number 97% the number"
                + " fits");
  }

  @Test
  void aContradictedAllocationIsShownUntilItIsSettled() {
    UUID invoice = scene.invoice(scene.customer("Jansen"), "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.allocation(payment, invoice, "40.00", Decision.CONFLICT, "the number fits");
    assertThat(list(""))
        .contains("Contradicted allocations")
        .contains("2026-0042 Jansen Payment by JANSEN booked 20 Nov 2026 EUR 40.00");
    for (String page : new String[] {"/payments/" + payment, "/invoices/" + invoice}) {
      assertThat(Text.of(Browser.signedIn().open(page + "?company=" + scene.id())))
          .as(page)
          .contains("Contradicted by the source The program shows less outstanding than this")
          .contains("undo the payment there if the money went back");
    }
  }

  @Test
  void theLedgerTiesOutInTheOpen() {
    UUID invoice = scene.invoice(scene.customer("Jansen"), "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number");
    assertThat(list(""))
        .contains("Do the sums tie out? ties out")
        .contains("Payments in EUR 60.00 − allocated to invoices EUR 40.00")
        .contains("− unallocated EUR 20.00 Difference EUR 0.00")
        .contains("Outstanding at the source EUR 100.00")
        .contains("− still open EUR 60.00 Difference EUR 0.00")
        .doesNotContain("does not tie out");
  }

  @Test
  void aDifferenceIsShownAndNotPlugged() {
    UUID payment = scene.payment("JANSEN", "2026-0042", "60.00");
    scene.stores().payments().claim(scene.id(), payment, Scene.euro("15.00").getAmount());
    assertThat(list("")).contains("does not tie out", "Difference EUR 15.00", "never plugs");
  }
}
