package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.junit.jupiter.api.Test;

/** Who connects a second source of invoices is asked which one is of record. */
class WhoLeadsTest {
  private static final String ASKED = "Which connection leads?";

  private final Linked linked = new Linked();
  private final String company = linked.scene.id();
  private final Stores stores = linked.scene.stores();

  @Test
  void oneSourceOfInvoicesLeavesNothingToChoose() {
    assertThat(connect("main")).doesNotContain(ASKED);
    assertThat(page("/")).doesNotContain("say which one leads");
  }

  @Test
  void theSecondSourceIsAskedAboutAndTheProgramThatCanBeToldIsProposed() {
    filesBroughtAnInvoice();
    String page = connect("main");
    assertThat(page)
        .contains(ASKED, "it is books, which brought the first invoice")
        .contains("main (Ledger Books) is told what was paid · proposed")
        .contains("is not told what was paid");
    assertThat(linked.open("main").body())
        .containsPattern("value=\"main\"[^>]*checked")
        .doesNotContainPattern("value=\"books\"[^>]*checked");
    assertThat(page("/")).contains("Several connections bring invoices: say which one leads");
    assertThat(page("/connections")).contains(ASKED);
  }

  @Test
  void theQuestionIsFineToLookAt() {
    filesBroughtAnInvoice();
    connect("main");
    Sight.isFine("connections-who-leads", "/connections?company=" + company);
  }

  @Test
  void theAnswerIsKeptAndNobodyIsAskedAgain() {
    filesBroughtAnInvoice();
    connect("main");
    linked.open("main");
    HttpResponse<String> answer =
        linked.browser.press("/connections/lead", "company", company, "leads", "main");

    assertThat(Text.of(linked.browser.follow(answer).body()))
        .contains("main leads from now on.")
        .doesNotContain(ASKED);
    assertThat(stores.ofRecord().named(company, Subject.INVOICES)).hasValue("main");
    assertThat(page("/journal")).contains("invoicesOfRecord");
    assertThat(page("/connections")).doesNotContain(ASKED);
  }

  @Test
  void whereTheOneThatLedIsRemovedSomebodyIsAskedAgain() {
    filesBroughtAnInvoice();
    connect("main");
    connect("second");
    linked.open("main");
    linked.browser.press("/connections/lead", "company", company, "leads", "main");
    assertThat(page("/connections")).doesNotContain(ASKED);
    linked.press("main", "remove", "data", "KEEP");

    assertThat(page("/connections")).contains(ASKED, "second (Ledger Books)");
  }

  @Test
  void noConnectionOfAnotherCompanyLeads() {
    filesBroughtAnInvoice();
    connect("main");
    linked.open("main");

    assertThat(
            linked
                .browser
                .press("/connections/lead", "company", company, "leads", "elsewhere")
                .statusCode())
        .isEqualTo(404);
    assertThat(stores.ofRecord().named(company, Subject.INVOICES)).isEmpty();
  }

  private void filesBroughtAnInvoice() {
    UUID customer = linked.scene.customer("Bakkerij Jansen B.V.");
    linked.scene.invoice(customer, "2026-1", LocalDate.of(2026, 12, 1), "100.00");
  }

  private String connect(String id) {
    linked.browser.open("/programs/ledger-books?company=" + company);
    HttpResponse<String> answer =
        linked.browser.press(
            "/programs/ledger-books",
            "company",
            company,
            "id",
            id,
            "setting.address",
            Vendor.address());
    return Text.of(linked.browser.follow(answer).body());
  }

  private String page(String path) {
    return Text.of(linked.browser.open(path + "?company=" + company).body());
  }
}
