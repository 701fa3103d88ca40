package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.dunlin.console.Chromium.Eye;
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
    Sight.isFine("customer-erase", at("/customers/" + FILLED.customer + "/erase"));
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
