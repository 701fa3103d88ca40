package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.store.access.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs decide over payments by the same rules as people do on the review page. */
class ReviewApiTest {
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private final Scene scene = new Scene();
  private final Caller program = Caller.allowed(scene.id(), Scope.READ, Scope.WRITE);
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID invoice = scene.invoice(customer, "2026-0042", DUE, "100.00");
  private final UUID payment = scene.payment("JANSEN", "factuur 2026 0042 bedankt", "100.00");

  @BeforeEach
  void somethingIsSuggested() {
    scene.allocation(payment, invoice, "100.00", Decision.SUGGESTED, "the number stands there");
  }

  @Test
  void theQueueSaysWhatIsSuggestedAndWhy() {
    JsonNode items = json(program.get(path(""))).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).at("/payment/id").asText()).isEqualTo(payment.toString());
    assertThat(items.get(0).get("unallocated").asText()).isEqualTo("100.00");
    JsonNode suggestion = items.get(0).at("/suggestions/0");
    assertThat(suggestion.at("/lines/0/invoiceId").asText()).isEqualTo(invoice.toString());
    assertThat(suggestion.at("/lines/0/invoice").asText()).isEqualTo("2026-0042");
    assertThat(suggestion.at("/evidence/0").asText()).isEqualTo("the number stands there");
  }

  @Test
  void aSuggestionIsConfirmedAndTakenBack() {
    JsonNode done = json(allocate("100.00"));
    assertThat(done.at("/allocations/0/decision").asText()).isEqualTo("CONFIRMED");
    assertThat(done.get("unallocated").asText()).isEqualTo("0.00");
    assertThat(json(program.get(path(""))).get("items")).isEmpty();

    String undo = "{\"allocationIds\":[\"" + done.at("/allocations/0/id").asText() + "\"]}";
    JsonNode undone = json(post("/undo", undo));
    assertThat(undone.get("unallocated").asText()).isEqualTo("100.00");
    assertThat(post("/undo", undo).statusCode()).isEqualTo(409);
  }

  @Test
  void severalAreTakenBackTogetherOrNotAtAll() {
    UUID second = scene.invoice(customer, "2026-0043", DUE, "39.50");
    String line = "{\"invoiceId\":\"%s\",\"amount\":\"%s\"}";
    String lines = line.formatted(invoice, "60.50") + "," + line.formatted(second, "39.50");
    JsonNode done = json(post("/allocate", "{\"lines\":[" + lines + "]}"));
    String one = done.at("/allocations/0/id").asText();
    String other = done.at("/allocations/1/id").asText();
    String both = "{\"allocationIds\":[\"%s\",\"%s\"]}";
    post("/undo", "{\"allocationIds\":[\"" + one + "\"]}");

    assertThat(post("/undo", both.formatted(other, one)).statusCode()).isEqualTo(409);
    assertThat(post("/undo", both.formatted(other, UUID.randomUUID())).statusCode()).isEqualTo(404);
    assertThat(scene.stores().allocations().of(scene.id()))
        .filteredOn(stored -> stored.id().equals(UUID.fromString(other)))
        .extracting(stored -> stored.allocation().decision())
        .containsExactly(Decision.MANUAL);
  }

  @Test
  void anotherAmountIsTheCallersOwnDecision() {
    assertThat(json(allocate("60.50")).at("/allocations/0/decision").asText()).isEqualTo("MANUAL");
  }

  @Test
  void aDifferenceIsSettledWithAReason() {
    String line =
        "{\"lines\":[{\"invoiceId\":\"" + invoice + "\",\"amount\":\"98.00\",\"rest\":\"%s\"}]}";
    assertThat(post("/allocate", line.formatted("GENEROSITY")).statusCode()).isEqualTo(422);
    assertThat(post("/allocate", line.formatted("BANK_CHARGE")).statusCode()).isEqualTo(200);
    String list =
        "/api/v1/companies/" + scene.id() + "/adjustments?standing=true&invoice=" + invoice;
    JsonNode adjustments = json(program.get(list)).get("items");
    assertThat(adjustments).hasSize(1);
    assertThat(adjustments.get(0).get("amount").asText()).isEqualTo("2.00");
    assertThat(adjustments.get(0).get("reason").asText()).isEqualTo("BANK_CHARGE");
  }

  @Test
  void whoIsSlowerIsToldAndNothingChanges() {
    allocate("100.00");
    HttpResponse<String> late = allocate("100.00");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(json(late).get("type").asText()).isEqualTo("urn:dunlin:problem:other-state");
    assertThat(scene.stores().allocations().of(scene.id())).hasSize(1);
  }

  @Test
  void whatCannotBeDoneSaysWhy() {
    assertThat(post("/allocate", "{}").statusCode()).isEqualTo(422);
    assertThat(
            post("/allocate", "{\"lines\":[{\"invoiceId\":\"x\",\"amount\":\"1\"}]}").statusCode())
        .isEqualTo(422);
    assertThat(allocate("1e3").statusCode()).isEqualTo(422);
    assertThat(allocate("0.00").statusCode()).isEqualTo(422);
    assertThat(post("/allocate", "not json").statusCode()).isEqualTo(400);
    assertThat(post("/refuse", "{\"invoiceIds\":[\"" + UUID.randomUUID() + "\"]}").statusCode())
        .isEqualTo(404);
    assertThat(post("/take-up", "").statusCode()).isEqualTo(409);
  }

  @Test
  void aSuggestionIsRefused() {
    JsonNode refused = json(post("/refuse", "{\"invoiceIds\":[\"" + invoice + "\"]}"));
    assertThat(refused.get("suggestions")).isEmpty();
    assertThat(scene.stores().refusals().of(scene.id())).hasSize(1);
  }

  @Test
  void moneyIsSetAsideAndTakenUpAgain() {
    assertThat(json(post("/set-aside", "")).has("setAsideBy")).isTrue();
    assertThat(post("/set-aside", "").statusCode()).isEqualTo(409);
    assertThat(json(post("/take-up", "")).has("setAsideBy")).isFalse();
  }

  @Test
  void whoMayOnlyReadDecidesNothing() {
    Caller reader = Caller.allowed(scene.id(), Scope.READ);
    assertThat(reader.send("POST", path("/" + payment + "/set-aside"), "").statusCode())
        .isEqualTo(403);
    assertThat(reader.get(path("/" + payment)).statusCode()).isEqualTo(200);
  }

  @Test
  void anotherCompanysPaymentIsNotThere() {
    Scene other = new Scene();
    Caller stranger = Caller.allowed(other.id(), Scope.READ, Scope.WRITE);
    String path = "/api/v1/companies/" + other.id() + "/review/" + payment;
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.send("POST", path + "/set-aside", "").statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> allocate(String amount) {
    return post(
        "/allocate",
        "{\"lines\":[{\"invoiceId\":\"" + invoice + "\",\"amount\":\"" + amount + "\"}]}");
  }

  private HttpResponse<String> post(String verb, String body) {
    return program.send(
        "POST", path("/" + payment + verb), body, "Content-Type", "application/json");
  }

  private String path(String rest) {
    return "/api/v1/companies/" + scene.id() + "/review" + rest;
  }
}
