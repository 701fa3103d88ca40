package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.access.Scope;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.AllocateByHand.Line;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which accounts are known to pay for a customer is shown, and undone with a click. */
class KnownPayersTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private static final String ACCOUNT = "DE89370400440532013000";

  private final Scene scene = new Scene();
  private final Browser browser = Browser.signedIn();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");
  private final UUID payment = scene.payment("HOLDING JANSEN", ACCOUNT, "bedankt", "100.00");

  @BeforeEach
  void aPersonAllocatesAPayment() {
    new AllocateByHand(scene.stores(), Abilities.NONE)
        .allocate(
            scene.id(), payment, List.of(new Line(invoice, new BigDecimal("100.00"))), "anna");
  }

  @Test
  void thePageShowsTheAccountAndWhatProvedIt() {
    assertThat(page()).contains(ACCOUNT, "HOLDING JANSEN", "payment of", "anna");
  }

  @Test
  void aClickUndoesItAndAnotherAllowsItAgain() {
    assertThat(press("deny")).contains("no more").contains("admin says that it does not pay");
    assertThat(scene.stores().payerLessons().of(scene.id())).isEmpty();
    assertThat(press("allow")).contains("may know this account again");
    assertThat(scene.stores().payerLessons().of(scene.id())).hasSize(1);
  }

  @Test
  void programsDoTheSame() {
    Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + scene.id() + "/customers/" + customer + "/payers";
    JsonNode payer = json(program.get(path)).at("/items/0");
    assertThat(payer.get("account").asText()).isEqualTo(ACCOUNT);
    assertThat(payer.at("/proof/paymentId").asText()).isEqualTo(payment.toString());
    String account = "{\"account\":\"" + ACCOUNT + "\"}";
    assertThat(json(post(program, path + "/deny", account)).at("/items/0").has("deniedBy"))
        .isTrue();
    assertThat(post(program, path + "/deny", account).statusCode()).isEqualTo(409);
    assertThat(json(post(program, path + "/allow", account)).at("/items/0").has("deniedBy"))
        .isFalse();
    assertThat(post(program, path + "/deny", "{}").statusCode()).isEqualTo(422);
    String endless = "{\"account\":\"" + "7".repeat(3_000) + "\"}";
    assertThat(post(program, path + "/deny", endless).statusCode()).isEqualTo(422);
  }

  @Test
  void anotherCompanysCustomerIsNotHere() {
    Scene other = new Scene();
    browser.open(other.page());
    assertThat(
            browser
                .press(
                    "/customers/" + customer + "/payers/deny",
                    "company",
                    other.id(),
                    "account",
                    ACCOUNT)
                .statusCode())
        .isEqualTo(404);
  }

  private static HttpResponse<String> post(Caller program, String path, String body) {
    return program.send("POST", path, body, "Content-Type", "application/json");
  }

  private String page() {
    return Text.of(browser.open("/customers/" + customer + "?company=" + scene.id()));
  }

  private String press(String button) {
    browser.open("/customers/" + customer + "?company=" + scene.id());
    return Text.of(
        browser.follow(
            browser.press(
                "/customers/" + customer + "/payers/" + button,
                "company",
                scene.id(),
                "account",
                ACCOUNT,
                "back",
                "/customers/" + customer + "?company=" + scene.id())));
  }
}
