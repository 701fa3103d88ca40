package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.access.Scope;
import org.dunlin.store.pay.KeptLink;
import org.junit.jupiter.api.Test;

/** People and programs make payment links, see them, and end them. */
class PayLinkPagesTest {
  private static final LocalDate DUE = LocalDate.of(2026, 10, 1);

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");

  @Test
  void aLinkIsMadeOnTheInvoicesPageAndItsAddressCanBeCopied() {
    assertThat(make("/invoices/" + invoice, "invoice", invoice.toString()))
        .contains("The payment link is there");
    String page = browser.open(at("/payment-links/" + link().id())).body();

    assertThat(page).contains("https://pay.example.test/p/", "2026-0042", "100.00");
    assertThat(browser.open(at("/payment-links")).body()).contains("2026-0042", "Bakkerij Jansen");
    assertThat(browser.open(at("/customers/" + customer)).body())
        .contains("/payment-links/" + link().id());
  }

  @Test
  void onTheCustomersPageItIsForAllThatIsOpen() {
    scene.invoice(customer, "2026-0043", DUE, "50.00");
    make("/customers/" + customer);

    assertThat(link().invoices()).hasSize(2);
    assertThat(link().amount().toString()).isEqualTo("EUR 150.00");
  }

  @Test
  void aVoidedLinkShowsNoAddressAndCannotBeVoidedTwice() {
    make("/invoices/" + invoice, "invoice", invoice.toString());
    assertThat(end()).contains("The payment link is void");

    assertThat(browser.open(at("/payment-links/" + link().id())).body())
        .doesNotContain("https://pay.example.test/p/");
    assertThat(end()).contains("open no more");
  }

  @Test
  void theRulesAreChangedAndWhatIsWrongIsSaid() {
    assertThat(rules("0")).contains("1 to 366 days");
    assertThat(rules("30")).contains("Saved");
    assertThat(scene.stores().pay().rules().of(scene.id())).isEqualTo(new Paying(true, 30, false));
  }

  @Test
  void anotherCompanysLinkIsNotHere() {
    make("/invoices/" + invoice, "invoice", invoice.toString());
    Scene other = new Scene();

    assertThat(
            browser.open("/payment-links/" + link().id() + "?company=" + other.id()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoMayOnlyReadGetsNoAddressByWhichItWouldBeThePayer() {
    make("/invoices/" + invoice, "invoice", invoice.toString());
    String path = "/api/v1/companies/" + scene.id() + "/payment-links";
    Caller reader = Caller.allowed(scene.id(), Scope.READ);
    Caller writer = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

    assertThat(reader.get(path).body())
        .contains(link().id().toString())
        .doesNotContain("/p/", "url");
    assertThat(reader.get(path + "/" + link().id()).body())
        .contains("x-attempts")
        .doesNotContain("/p/", "url");
    assertThat(json(writer.get(path)).at("/items/0/url").asText()).contains("/p/");
    assertThat(Caller.administrator(Hub.PASSWORD).get(path + "/" + link().id()).body())
        .contains("/p/");
  }

  @Test
  void howTheCompanyIsPaidIsASetting() {
    String path = "/api/v1/companies/" + scene.id() + "/paying-rules";
    String rules = "{\"partPayments\":true,\"linkDays\":30,\"writeLinks\":false}";
    Caller writer = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);

    assertThat(writer.send("PUT", path, rules, "Content-Type", "application/json").body())
        .contains("missing-scope", "settings");
    assertThat(
            Caller.allowed(scene.id(), Scope.SETTINGS)
                .send("PUT", path, rules, "Content-Type", "application/json")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void programsDoTheSame() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + scene.id();
    String wanted = "{\"customerId\":\"" + customer + "\",\"invoiceIds\":[\"" + invoice + "\"]}";
    JsonNode made = json(post(program, path + "/payment-links", wanted));
    String id = made.get("id").asText();

    assertThat(made.get("type").asText()).isEqualTo("payment_link");
    assertThat(made.get("url").asText()).startsWith("https://pay.example.test/p/");
    assertThat(json(post(program, path + "/payment-links", wanted)).get("id").asText())
        .isEqualTo(id);
    assertThat(json(program.get(path + "/payment-links?state=OPEN")).at("/items/0/id").asText())
        .isEqualTo(id);
    assertThat(json(program.get(path + "/payment-links/" + id)).get("x-attempts")).isEmpty();
    assertThat(
            json(post(program, path + "/customers/" + customer + "/revoke-payment-links", ""))
                .get("revoked")
                .asInt())
        .isEqualTo(1);
    assertThat(
            json(post(program, path + "/payment-links/" + id + "/void", "")).get("state").asText())
        .isEqualTo("VOID");
    assertThat(post(program, path + "/payment-links/" + id + "/void", "").statusCode())
        .isEqualTo(409);
    assertThat(
            post(
                    program,
                    path + "/payment-links",
                    "{\"customerId\":\""
                        + customer
                        + "\",\"invoiceIds\":[\""
                        + UUID.randomUUID()
                        + "\"]}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            post(Caller.allowed(scene.id(), Scope.READ), path + "/payment-links", wanted)
                .statusCode())
        .isEqualTo(403);
  }

  private String make(String page, String... fields) {
    browser.open(at(page));
    String[] all = new String[fields.length + 6];
    System.arraycopy(fields, 0, all, 6, fields.length);
    all[0] = "company";
    all[1] = scene.id();
    all[2] = "back";
    all[3] = at(page);
    all[4] = "customer";
    all[5] = customer.toString();
    return told(browser.press("/payment-links", all));
  }

  private String end() {
    String page = "/payment-links/" + link().id();
    browser.open(at(page));
    return told(browser.press(page + "/void", "company", scene.id(), "back", at(page)));
  }

  private String rules(String days) {
    browser.open(at("/payment-links"));
    return told(
        browser.press(
            "/payment-links/rules",
            "company",
            scene.id(),
            "back",
            at("/payment-links"),
            "days",
            days,
            "parts",
            "true"));
  }

  private KeptLink link() {
    return scene.stores().pay().links().ofInvoice(scene.id(), invoice, 1).getFirst();
  }

  private String told(HttpResponse<String> answer) {
    return browser.follow(answer).body();
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }

  private static HttpResponse<String> post(Caller caller, String path, String body) {
    return caller.send("POST", path, body, "Content-Type", "application/json");
  }
}
