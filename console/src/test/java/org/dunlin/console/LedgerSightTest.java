package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.UUID;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.model.Decision;
import org.junit.jupiter.api.Test;

/** The pages of the ledger as they are seen. */
class LedgerSightTest {
  private static final Filled FILLED = new Filled();

  private static String at(String path) {
    return path + (path.contains("?") ? "&" : "?") + "company=" + FILLED.scene.id();
  }

  @Test
  void theDashboardIsFineWhenMuchHasHappened() {
    Sight.isFine("dashboard-filled", at("/"));
  }

  @Test
  void theListsAreFine() {
    Sight.isFine("customers", at("/customers"));
    Sight.isFine("invoices", at("/invoices"));
    Sight.isFine("payments", at("/payments?show=ALL"));
  }

  @Test
  void theListsAreFineWhileTheyAreEmpty() {
    Sight.isFine("customers-empty", "/customers?company=" + new Scene().id());
    Sight.isFine("payments-empty", "/payments?company=" + new Scene().id());
  }

  @Test
  void aCustomerIsFine() {
    Sight.isFine("customer", at("/customers/" + FILLED.customer));
    Sight.isFine("customer-account", at("/customers/" + FILLED.customer + "/account"));
    Sight.isFine("customer-erase", at("/customers/" + FILLED.customer + "/erase"));
  }

  @Test
  void theFiguresAreFine() {
    Sight.isFine("reports", at("/reports"));
    Sight.isFine("report-ageing", at("/reports/ageing"));
    Sight.isFine("report-open-items", at("/reports/open-items"));
    Sight.isFine("goal", at("/goal"));
    Sight.isFine("expected", at("/expected"));
    Sight.isFine("expected-week", at("/expected/0"));
  }

  @Test
  void anInvoiceIsFine() {
    Sight.isFine("invoice", at("/invoices/" + FILLED.paidInPart));
    Sight.isFine("invoice-delivered", at("/invoices/" + FILLED.delivered()));
  }

  @Test
  void aPaymentIsFine() {
    Sight.isFine("payment", at("/payments/" + FILLED.payment));
  }

  @Test
  void theReviewIsFine() {
    Sight.isFine("review", at("/review"));
    Sight.isFine("review-empty", "/review?company=" + new Scene().id());
  }

  @Test
  void aBackTestIsFine() {
    Sight.isFine("back-test", at("/back-test?run=true"));
    BackTestPageTest page = new BackTestPageTest();
    Sight.isFine("back-test-differing", "/back-test?run=true&company=" + page.differing());
  }

  @Test
  void theReviewIsWorkedThroughByKeys() {
    Scene scene = new Scene();
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "100.00");
    UUID payment = scene.payment("JANSEN", "factuur 2026-0042", "100.00");
    scene.allocation(payment, invoice, "100.00", Decision.SUGGESTED, "its number stands there");
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate("/review?company=" + scene.id());
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      page.locator(".alert-success").waitFor();
      assertThat(page.locator("#content").innerText()).contains("Nothing waits for a decision.");
    }
    assertThat(scene.stores().allocations().of(scene.id()))
        .extracting(stored -> stored.allocation().decision())
        .containsExactly(Decision.CONFIRMED);
  }

  @Test
  void aListFollowsWhatIsTypedAndTheAddressSaysSo() {
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate(at("/customers?show=all"));
      assertThat(page.locator("#list").innerText()).contains("Kunde A", "Bakkerij");
      page.locator("#search").pressSequentially("bakk");
      page.locator("#list tbody tr").nth(1).waitFor(hidden());
      assertThat(page.locator("#list").innerText()).contains("Bakkerij").doesNotContain("Kunde A");
      assertThat(page.url()).contains("search=bakk", "show=all", "company=" + FILLED.scene.id());
      page.reload();
      assertThat(page.locator("#list").innerText()).contains("Bakkerij").doesNotContain("Kunde A");
    }
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
