package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.core.model.Decision;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

class CustomerPagesTest {
  private static final Pattern NEXT = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");

  private final Scene scene = new Scene();

  private String list(String more) {
    return Text.of(Browser.signedIn().open("/customers?company=" + scene.id() + more));
  }

  private String page(UUID customer) {
    return Text.of(Browser.signedIn().open("/customers/" + customer + "?company=" + scene.id()));
  }

  @Test
  void whoOwesMostStandsFirstAndWhoOwesNothingIsAmongAll() {
    scene.customer("Nothing N.V.");
    scene.invoice(scene.customer("Little Ltd"), "1", Scene.TODAY, "10.00");
    scene.invoice(scene.customer("Much B.V."), "2", Scene.TODAY.minusDays(3), "5000.00");
    assertThat(list(""))
        .containsSubsequence("Much B.V.", "EUR 5,000.00", "Little Ltd", "EUR 10.00")
        .doesNotContain("Nothing N.V.");
    assertThat(list("&show=all"))
        .containsSubsequence("Little Ltd", "Much B.V.", "Nothing N.V.", "Owes nothing");
  }

  @Test
  void aSearchThatFindsNobodySaysWhereElseToLook() {
    scene.invoice(scene.customer("Little Ltd"), "1", Scene.TODAY, "10.00");
    assertThat(list("&search=lit")).contains("Little Ltd");
    assertThat(list("&search=zzz")).contains("No customer fits “zzz”.", "Look among all customers");
  }

  @Test
  void aLongListIsReadAPageAtATimeAndNobodyTwice() {
    for (int i = 0; i < 60; i++) {
      scene.customer("Customer " + (char) ('A' + i / 26) + (char) ('A' + i % 26));
    }
    Browser browser = Browser.signedIn();
    String first = browser.open("/customers?show=all&company=" + scene.id()).body();
    Matcher next = NEXT.matcher(first);
    assertThat(next.find()).isTrue();
    String second = browser.open(next.group(1).replace("&amp;", "&")).body();
    assertThat(Text.of(first)).contains("Customer AA", "Customer BX").doesNotContain("Customer BY");
    assertThat(Text.of(second))
        .contains("Customer BY", "Customer CH")
        .doesNotContain("Customer BX");
    assertThat(second).contains("First page").doesNotContain("rel=\"next\"");
  }

  @Test
  void aPlaceThatNoPageGaveIsNotUnderstood() {
    scene.customer("Somebody");
    for (String place : new String[] {"x", "%00", "bm90aGluZw"}) {
      assertThat(
              Browser.signedIn()
                  .open("/customers?show=all&company=" + scene.id() + "&after=" + place)
                  .statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void aCustomersPaymentRiskIsShownWithItsReasons() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    assertThat(page(customer))
        .contains("Payment risk unknown Invoices ever paid: 0; with fewer than three");
    for (int i = 1; i <= 3; i++) {
      UUID invoice = scene.invoice(customer, "R" + i, Scene.TODAY.minusDays(15), "50.00");
      UUID payment = scene.payment("JANSEN", "R" + i, "50.00");
      scene.allocation(payment, invoice, "50.00", Decision.AUTOMATIC, "the number fits");
    }
    scene.invoice(customer, "R4", Scene.TODAY.plusDays(9), "70.00");
    scene.invoice(customer, "R5", Scene.TODAY.minusDays(1), "30.00");

    assertThat(page(customer))
        .contains("Payment risk medium")
        .contains("weighted by amount: 15 – medium")
        .contains("Overdue of what is open: 30 %", "Promises broken, last 12 months: 0");
  }

  @Test
  void aCustomerIsShownWithAllThatHangsOnThem() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(10), "100.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "40.00");
    scene.allocation(payment, invoice, "40.00", Decision.AUTOMATIC, "the number fits");
    scene.email(customer, invoice, "Reminder of 2026-0042", EffectState.SENT);
    assertThat(page(customer))
        .contains("Open EUR 60.00 Overdue EUR 60.00 From 1 invoice")
        .contains("Number D1001 E-mail ap@customer.example")
        .contains("2026-0042 11 Oct 2026 10 Nov 2026 10 days overdue EUR 100.00 EUR 60.00 Overdue")
        .contains("20 Nov 2026 Transfer JANSEN 2026-0042 EUR 40.00")
        .contains("20 Nov 2026 first by e-mail EUR 60.00 1 invoice Sent Read it")
        .contains(
            "Allocated automatically: EUR 40.00 Document number Payment by JANSEN → 2026-0042")
        .contains("Reminder of 2026-0042");
  }

  @Test
  void whatIsKeptOfACustomerIsHandedOut() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    var answer =
        Browser.signedIn().open("/customers/" + customer + "/export?company=" + scene.id());
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"customer-" + customer + ".zip\"");
    assertThat(answer.body()).startsWith("PK");
  }

  @Test
  void aCustomerIsErasedAfterAQuestionAndNotWhileSomethingIsOpen() {
    UUID customer = scene.customer("Bakkerij Jansen B.V.");
    Browser browser = Browser.signedIn();
    String path = "/customers/" + customer + "/erase";
    assertThat(browser.open(path + "?company=" + scene.id()).body())
        .contains("Erase Bakkerij Jansen B.V.?", "This cannot be undone.");
    assertThat(browser.follow(browser.press(path, "company", scene.id())).body())
        .contains("Erased. The customer is called Erased customer 1 from now on.")
        .doesNotContain("Jansen", "Erase…");

    UUID owing = scene.customer("Owing");
    scene.invoice(owing, "1", Scene.TODAY, "10.00");
    assertThat(
            browser
                .follow(browser.press("/customers/" + owing + "/erase", "company", scene.id()))
                .body())
        .contains("cannot be erased yet", "1 open invoice or credit note");
  }
}
