package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer's statement of account, on the page, over the API and as a file. */
class AccountTest {
  private final Scene scene = new Scene();
  private UUID customer = new UUID(0, 0);

  /** Issued on 21 October, due today, and paid in part. */
  @BeforeEach
  void anInvoiceThatIsPaidInPart() {
    customer = scene.customer("Bakkerij Jansen");
    UUID invoice = scene.invoice(customer, "2026-0042", Scene.TODAY, "121.00");
    UUID payment = scene.payment("JANSEN", "2026-0042", "21.00");
    scene.allocation(payment, invoice, "21.00", Decision.AUTOMATIC, "its number stands there");
  }

  private String api() {
    return "/api/v1/companies/" + scene.id() + "/customers/" + customer + "/account";
  }

  private HttpResponse<byte[]> file(String form) throws IOException, InterruptedException {
    String basic = FirstAdministrator.NAME + ":" + Hub.PASSWORD;
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(
                    URI.create(Hub.SHARED.address() + api() + "/file?from=2026-11-01&form=" + form))
                .header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(UTF_8)))
                .build(),
            BodyHandlers.ofByteArray());
  }

  @Test
  void thePageTellsWhatMovedAndWhatIsOpen() {
    String page =
        Text.of(
            Browser.signedIn()
                .open(
                    "/customers/"
                        + customer
                        + "/account?from=2026-11-01&to=2026-11-20&company="
                        + scene.id()));

    assertThat(page)
        .contains("Opening balance EUR 121.00")
        .contains("Payment 2026-0042 EUR -21.00 EUR 100.00")
        .contains("Closing balance EUR 100.00")
        .contains("Invoice 2026-0042 21 Oct 2026 20 Nov 2026 EUR 121.00 EUR 100.00");
  }

  @Test
  void aPeriodThatEndsBeforeItBeginsIsSaidToBeNone() {
    assertThat(
            Text.of(
                Browser.signedIn()
                    .open(
                        "/customers/"
                            + customer
                            + "/account?from=2026-11-20&to=2026-11-01&company="
                            + scene.id())))
        .contains("This is no period until today");
    HttpResponse<String> answer =
        Caller.allowed(scene.id(), Scope.READ).get(api() + "?to=2027-01-01");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("not after the business date, 2026-11-20");
  }

  @Test
  void theApiSaysTheSame() {
    assertThat(Caller.allowed(scene.id(), Scope.READ).get(api() + "?from=2026-11-01").body())
        .contains(
            "\"openingBalance\":\"121.00\"",
            "\"closingBalance\":\"100.00\"",
            "\"kind\":\"PAYMENT\",\"numbers\":[\"2026-0042\"],\"amount\":\"-21.00\"",
            "\"upTo30\":\"0.00\"",
            "\"notDue\":\"100.00\"");
  }

  @Test
  void theLetterSaysItWithHowToPayAndItIsNotedWhoTookIt() throws Exception {
    HttpResponse<byte[]> answer = file("PDF");

    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Statement of account from 1 November 2026 to 20 November 2026")
          .contains("Opening balance")
          .contains("€121.00")
          .contains("-€21.00")
          .contains("€100.00Closing balance")
          .contains("NL44 RABO 0123 4567 89");
    }
    assertThat(scene.stores().journal().about(scene.id(), "customer", customer, null, 1))
        .singleElement()
        .matches(entry -> entry.event().equals("ACCOUNT_TAKEN") && entry.actor().equals("admin"));
  }

  @Test
  void theFilesForSpreadsheetsAreTyped() throws Exception {
    assertThat(new String(file("CSV").body(), UTF_8))
        .contains("EUR,2026-11-20,PAYMENT,Payment 2026-0042,2026-0042,,-21.00,100.00");
    HttpResponse<byte[]> workbook = file("XLSX");
    assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("account-2026-11-01-2026-11-20.xlsx");
    assertThat(workbook.body()).startsWith('P', 'K');
  }

  private String page() {
    return "/customers/"
        + customer
        + "/account?from=2026-11-01&to=2026-11-20&company="
        + scene.id();
  }

  @Test
  void itIsSentFromItsPageAndStaysInShadowMode() {
    Browser browser = Browser.signedIn();
    assertThat(Text.of(browser.open(page())))
        .contains("Send to ap@customer.example")
        .contains("The company is in shadow mode");

    HttpResponse<String> sent = mailed(browser);
    assertThat(Text.of(sent))
        .contains("The e-mail to ap@customer.example is written and stays under Messages.");
    assertThat(Text.of(mailed(browser))).contains("was asked for today already");
    assertThat(scene.stores().outbox().in(scene.id(), EffectState.SHADOW, 10)).hasSize(1);
  }

  private HttpResponse<String> mailed(Browser browser) {
    return browser.follow(
        browser.press(
            "/customers/" + customer + "/account/mail",
            "company",
            scene.id(),
            "back",
            page(),
            "from",
            "2026-11-01",
            "to",
            "2026-11-20"));
  }

  @Test
  void theMessageShowsTheStatementThatGoesAlong() throws Exception {
    Browser browser = Browser.signedIn();
    mailed(browser);
    UUID message = scene.stores().outbox().in(scene.id(), EffectState.SHADOW, 1).getFirst().id();

    String shown = browser.open("/messages/" + message + "?company=" + scene.id()).body();
    String file = "/messages/" + message + "/attachments/" + message + "?company=" + scene.id();
    assertThat(shown).contains("account-2026-11-01-2026-11-20.pdf", file.replace("&", "&amp;"));
    assertThat(browser.open(file).body()).startsWith("%PDF-");
  }

  @Test
  void programsSendItOnceToo() {
    Caller program = Caller.allowed(scene.id(), Scope.WRITE);
    String body = "{\"from\":\"2026-11-01\"}";
    HttpResponse<String> first =
        program.send("POST", api() + "/mail", body, "Content-Type", "application/json");
    HttpResponse<String> again =
        program.send("POST", api() + "/mail", body, "Content-Type", "application/json");

    assertThat(first.body()).contains("\"state\":\"SHADOW\"", "\"askedBefore\":false");
    assertThat(again.body())
        .isEqualTo(first.body().replace("\"askedBefore\":false", "\"askedBefore\":true"));
    assertThat(
            program
                .send(
                    "POST",
                    api() + "/mail",
                    "{\"to\":\"2027-01-01\"}",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            program
                .send(
                    "POST",
                    api() + "/mail",
                    "{\"from\":\"2020-01-01\",\"to\":\"2020-02-01\"}",
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void aCustomerOfAnotherCompanyIsNotThere() {
    String other = new Scene().id();
    assertThat(
            Caller.allowed(other, Scope.READ)
                .get("/api/v1/companies/" + other + "/customers/" + customer + "/account")
                .statusCode())
        .isEqualTo(404);
  }
}
