package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.Test;

/** What is owed beside invoices is shown with its sources, and what is missing is asked for. */
class ClaimPagesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 5, 1);

  private final Scene scene = new Scene();
  private final Browser browser = Somebody.in(scene.id(), Role.ADMIN).signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "1000.00");

  @Test
  void theComputationStandsOnThePagesOfCustomerAndInvoice() {
    for (String path : new String[] {"/customers/" + customer, "/invoices/" + invoice}) {
      assertThat(browser.open(at(path)).body())
          .as(path)
          .contains("16.68", "60", "10.15", "NL BW 6:119a", "European Central Bank")
          .contains("10.40", "To be verified", "Verified", "150.00", "NL BW 6:96");
    }
  }

  @Test
  void itIsSaidInTheReadersLanguage() {
    for (String[] each :
        new String[][] {{"nl", "Te controleren"}, {"de", "Zu prüfen"}, {"fr", "À vérifier"}}) {
      browser.open(at("/customers/" + customer));
      browser.press("/appearance", "language", each[0], "back", "/");
      assertThat(browser.open(at("/customers/" + customer)).body())
          .contains(each[1])
          .doesNotContain("To be verified", "EUR 40 of the costs are owed");
    }
  }

  @Test
  void aRateThatAPersonLookedUpCountsAsVerified() {
    assertThat(browser.open(at("/claims")).body()).contains("ECB_MRO", "I looked it up");
    assertThat(pressed("/claims/confirm", "series", "ECB_MRO", "from", "2026-07-01"))
        .contains("counts as verified");
    assertThat(pressed("/claims/confirm", "series", "ECB_MRO", "from", "2026-07-01"))
        .contains("cannot be taken");
    assertThat(browser.open(at("/claims")).body()).contains("verified by");
    JsonNode claims = json(reader().get(api("/invoices/" + invoice + "/claims"))).get("claims");
    assertThat(claims.findValuesAsText("x-status")).containsOnly("KNOWN");
  }

  @Test
  void whatIsWrongWithTermsIsSaidAndWhatIsRightCounts() {
    browser.open(at("/claims"));
    assertThat(terms("101", "", "")).contains("from 0 to 100 percent");
    assertThat(terms("5", "x", "")).contains("That is no amount");
    assertThat(terms("5", "", "wrong")).contains("line 1");
    assertThat(terms("5", "7,50", "")).contains("The terms are changed");
    assertThat(terms("6", "", "")).contains("Somebody changed the terms meanwhile");
    assertThat(browser.open(at("/invoices/" + invoice)).body())
        .contains("27.81", "agreed") // 203 days of 5 %
        .doesNotContain("10.15");
  }

  @Test
  void whatIsWrongWithRatesIsSaidInTheReadersLanguage() {
    browser.open(at("/claims"));
    assertThat(terms("3,1234", "", "x\u0000")).contains("control character");
    browser.press("/appearance", "language", "de", "back", "/");
    assertThat(terms("", "", "series,valid_from,percent,status,source\nX,soon,1,known,me"))
        .contains("Zeile 2: valid_from ist soon; das ist kein Datum wie 2026-07-01");
  }

  @Test
  void programsGetTheSameWithTheDebtsAndHowTheLawTakesLatePayments() {
    UUID payment = scene.payment("JANSEN", "2026-0042", "400.00");
    scene.allocation(payment, invoice, "400.00", Decision.AUTOMATIC, "number");
    JsonNode of = json(reader().get(api("/customers/" + customer + "/claims")));

    assertThat(of.at("/debts/0/paid/0/amount").asText()).isEqualTo("400.00");
    assertThat(of.at("/debts/0/attribution/law").asText()).isEqualTo("NL BW 6:44");
    assertThat(of.at("/debts/0/attribution/taken/0/costs").asText()).isEqualTo("150.00");
    assertThat(of.get("country").asText()).isEqualTo("NL");
    assertThat(of.get("totals")).hasSize(1);
    assertThat(reader().get(api("/customers/" + invoice + "/claims")).statusCode()).isEqualTo(404);
    assertThat(reader().get(api("/invoices/" + customer + "/claims")).statusCode()).isEqualTo(404);
    Scene other = new Scene();
    assertThat(
            Caller.allowed(other.id(), Scope.READ)
                .get("/api/v1/companies/" + other.id() + "/invoices/" + invoice + "/claims")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anInvoiceThatIsNotLateOwesNothing() {
    UUID early = scene.invoice(customer, "2026-0099", Scene.TODAY.plusDays(9), "10.00");
    assertThat(browser.open(at("/invoices/" + early)).body()).contains("Nothing is late");
  }

  @Test
  void thePagesAreFine() {
    Sight.isFine("claims-customer", at("/customers/" + customer));
    Sight.isFine("claims-invoice", at("/invoices/" + invoice));
    Sight.isFine("claims-terms", at("/claims"));
  }

  private String terms(String rate, String fee, String rates) {
    return pressed("/claims", "rate", rate, "fee", fee, "rates", rates);
  }

  private String pressed(String path, String... fields) {
    String[] all = new String[fields.length + 4];
    System.arraycopy(fields, 0, all, 4, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = at("/claims");
    HttpResponse<String> answer = browser.press(path, all);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return browser.follow(answer).body();
  }

  private Caller reader() {
    return Caller.allowed(scene.id(), Scope.READ);
  }

  private String api(String path) {
    return "/api/v1/companies/" + scene.id() + path;
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }
}
