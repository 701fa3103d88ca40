package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.MatchRule;
import org.dunlin.store.access.Role;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Open credit notes are worked through on the review page as payments are, and by programs. */
class CreditNoteReviewTest extends Decided {
  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");
  private final UUID note = scene.creditNote(customer, "CN-2026-77", "40.00");

  @Override
  String page() {
    return "/invoices/" + note;
  }

  @BeforeEach
  void somethingIsSuggested() {
    suggest(note, "40.00");
  }

  @Test
  void thePageShowsWhatIsSuggestedAndWhy() {
    assertThat(text("/review"))
        .contains(
            "EUR 40.00", "Bakkerij Jansen", "Credit note CN-2026-77", "2026-0042", "it looks");
    assertThat(Text.of(browser.open(scene.page()))).contains("1 open credit note to be applied");
    assertThat(text("/invoices/" + note)).contains("What matching suggests", "it looks so");
  }

  @Test
  void aClickConfirmsAndAnotherTakesItBack() {
    open("/review");
    assertThat(press("/confirm", "invoice", invoice, "amount", "40.00"))
        .contains("The credit note is applied.");
    assertThat(decisions()).containsExactly(Decision.CONFIRMED);
    assertThat(text("/review")).contains("Nothing waits for a decision.");
    assertThat(text("/invoices/" + note)).contains("What it was applied to", "2026-0042");

    open("/invoices/" + note);
    UUID line = scene.stores().allocations().of(scene.id()).getFirst().id();
    assertThat(press("/undo", "allocation", line)).contains("It is taken back.");
    open("/invoices/" + note);
    assertThat(press("/undo", "allocation", line)).contains("It was taken back before");
  }

  @Test
  void whoIsSlowerIsTold() {
    open("/review");
    press("/confirm", "invoice", invoice, "amount", "40.00");
    open("/review");
    assertThat(press("/confirm", "invoice", invoice, "amount", "40.00"))
        .contains("less is left of the credit note");
  }

  @Test
  void aSuggestionIsRefused() {
    open("/review");
    assertThat(press("/refuse", "invoice", invoice)).contains("No rule brings these together");
    assertThat(scene.stores().refusals().of(scene.id())).hasSize(1);
    assertThat(text("/review")).contains("Nothing waits for a decision.");
  }

  @Test
  void anInvoiceOfTheCustomerIsNamedByItsNumber() {
    scene.invoice(scene.customer("Somebody else"), "2026-0099", DUE, "100.00");
    open("/invoices/" + note);
    assertThat(press("/apply", "number", "2026-0099", "amount", "1"))
        .contains("no open invoice of this customer");
    open("/invoices/" + note);
    assertThat(press("/apply", "number", "2026-0042", "amount", "1.000,00"))
        .contains("write the amount in digits");
    open("/invoices/" + note);
    assertThat(press("/apply", "number", " 2026-0042 ", "amount", "15,50"))
        .contains("The credit note is applied.");
    assertThat(decisions()).containsExactly(Decision.MANUAL);
    assertThat(text("/invoices/" + note)).contains("EUR 24.50", "Take back");
  }

  @Test
  void itIsLeftToTheCustomerAndTakenUpAgain() {
    open("/review");
    assertThat(press("/leave")).contains("The credit note is left to the customer.");
    assertThat(text("/review")).contains("Nothing waits for a decision.");
    open("/invoices/" + note);
    assertThat(press("/leave")).contains("left to the customer before");
    assertThat(text("/invoices/" + note)).contains("admin left this credit note to the customer");
    open("/invoices/" + note);
    assertThat(press("/take-up")).contains("The credit note is taken up again.");
    open("/invoices/" + note);
    assertThat(press("/take-up")).contains("was not left to the customer");
  }

  @Test
  void everyLanguageHasWordsForIt() {
    Browser somebody = Somebody.in(scene.id(), Role.ADMIN).signedIn();
    for (String language : List.of("nl", "de", "fr")) {
      String more = "?company=" + scene.id() + "&lang=" + language;
      assertThat(Text.of(somebody.open("/review" + more)))
          .doesNotContain("credits.")
          .contains("CN-2026-77");
      assertThat(Text.of(somebody.open("/invoices/" + note + more))).doesNotContain("credits.");
    }
  }

  @Test
  void anInvoiceIsNoCreditNoteAndAnotherCompanysIsNotHere() {
    Scene other = new Scene();
    browser.open(other.page());
    assertThat(browser.press("/invoices/" + note + "/leave", "company", other.id()).statusCode())
        .isEqualTo(404);
    open("/review");
    assertThat(browser.press("/invoices/" + invoice + "/leave", "company", scene.id()).statusCode())
        .isEqualTo(404);
    Caller stranger = Caller.allowed(other.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + other.id() + "/credit-notes/" + note;
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.send("POST", path + "/leave", "").statusCode()).isEqualTo(404);
  }

  @Test
  void programsDecideByTheSameRules() {
    JsonNode items =
        json(program.get("/api/v1/companies/" + scene.id() + "/review/credit-notes")).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).at("/creditNote/id").asText()).isEqualTo(note.toString());
    assertThat(items.get(0).get("open").asText()).isEqualTo("40.00");
    assertThat(items.get(0).at("/suggestions/0/lines/0/invoice").asText()).isEqualTo("2026-0042");

    String lines = "{\"lines\":[{\"invoiceId\":\"" + invoice + "\",\"amount\":\"%s\"}]}";
    assertThat(post("/allocate", lines.formatted("1e3")).statusCode()).isEqualTo(422);
    assertThat(post("/allocate", "{}").statusCode()).isEqualTo(422);
    assertThat(post("/allocate", lines.formatted("40.01")).statusCode()).isEqualTo(409);
    JsonNode done = json(post("/allocate", lines.formatted("40.00")));
    assertThat(done.at("/allocations/0/decision").asText()).isEqualTo("CONFIRMED");
    assertThat(done.get("open").asText()).isEqualTo("0.00");
    assertThat(post("/leave", "").statusCode()).as("nothing is open of it").isEqualTo(409);

    String undo = "{\"allocationIds\":[\"" + done.at("/allocations/0/id").asText() + "\"]}";
    assertThat(json(post("/undo", undo)).get("open").asText()).isEqualTo("40.00");
    assertThat(post("/undo", undo).statusCode()).isEqualTo(404);
    assertThat(json(post("/leave", "")).has("leftBy")).isTrue();
    assertThat(post("/leave", "").statusCode()).isEqualTo(409);
    assertThat(json(post("/take-up", "")).has("leftBy")).isFalse();
    assertThat(post("/refuse", "{\"invoiceIds\":[\"" + UUID.randomUUID() + "\"]}").statusCode())
        .isEqualTo(404);
    assertThat(json(post("/refuse", "{\"invoiceIds\":[\"" + invoice + "\"]}")).get("suggestions"))
        .isEmpty();
  }

  @Test
  void theKeysWorkAsOnPayments() {
    UUID second = scene.creditNote(customer, "CN-2026-78", "30.00");
    suggest(second, "30.00");
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate("/review?company=" + scene.id());
      assertThat(page.locator("[data-review=keys]")).isVisible();
      page.keyboard().press("j");
      page.keyboard().press("Enter");
      assertThat(page.locator(".alert-success")).containsText("The credit note is applied.");
      page.waitForLoadState();
      page.keyboard().press("j");
      page.keyboard().press("s");
      assertThat(page.locator(".alert-success")).containsText("is left to the customer.");
      assertThat(page.locator("#content")).containsText("Nothing waits for a decision.");
    }
    assertThat(decisions()).containsExactly(Decision.CONFIRMED);
    assertThat(scene.stores().openCreditNotes().left(scene.id())).hasSize(1);
  }

  private void suggest(UUID of, String amount) {
    Allocation line =
        new Allocation(
            null,
            of.toString(),
            invoice.toString(),
            Scene.euro(amount),
            of + "#1",
            1,
            Decision.SUGGESTED,
            MatchRule.SCORE,
            new BigDecimal("0.7"),
            List.of("it looks so"));
    scene.stores().allocations().add(scene.id(), line, "match", Scene.TODAY);
  }

  private HttpResponse<String> post(String what, String body) {
    return program.send(
        "POST",
        "/api/v1/companies/" + scene.id() + "/credit-notes/" + note + what,
        body,
        "Content-Type",
        "application/json");
  }
}
