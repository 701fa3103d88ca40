package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.console.Caller.json;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.dunlin.store.access.Scope;
import org.dunlin.store.outbox.EffectState;
import org.junit.jupiter.api.Test;

/** What programs decide of traffic that waits or failed, and how they collect. */
class TrafficApiTest {
  private static final String JSON = "application/json";

  private final Scene scene = new Scene();
  private final Caller program =
      Caller.allowed(scene.id(), Scope.READ, Scope.WRITE, Scope.SETTINGS);
  private final String company = "/api/v1/companies/" + scene.id();

  @Test
  void aDeliveryThatCouldNotBeReadIsReadAgain() {
    UUID delivery = scene.deliver("broken.xml", "<Invoice/>" + UUID.randomUUID());
    String path = company + "/deliveries/" + delivery;
    assertThat(json(program.get(path)).get("state").asText()).isEqualTo("QUARANTINED");

    assertThat(json(program.send("POST", path + "/replay", "")).get("state").asText())
        .isEqualTo("NEW");
    assertState(program.send("POST", path + "/replay", ""));
    assertNotThere("/deliveries/" + UUID.randomUUID() + "/replay");
  }

  @Test
  void ofAMessageOfWhichNobodyKnowsItAProgramSaysWhetherItLeft() {
    UUID unknown = message(EffectState.UNKNOWN);
    String path = company + "/messages/" + unknown + "/resolve";

    assertThat(program.send("POST", path, "{}", "Content-Type", JSON).statusCode()).isEqualTo(422);
    assertThat(
            json(program.send("POST", path, "{\"left\":true}", "Content-Type", JSON))
                .get("state")
                .asText())
        .isEqualTo("SENT");
    assertState(program.send("POST", path, "{\"left\":true}", "Content-Type", JSON));
  }

  @Test
  void whatWaitsIsReleasedOrDroppedOneByOneOrAllAtOnce() {
    UUID released = message(EffectState.AWAITING_APPROVAL);
    UUID dropped = message(EffectState.AWAITING_APPROVAL);
    message(EffectState.AWAITING_APPROVAL);

    assertThat(decided(released, "release")).isEqualTo("PENDING");
    assertThat(decided(dropped, "drop")).isEqualTo("CANCELLED");
    assertThat(
            json(program.send("POST", company + "/messages/release", "")).get("messages").asInt())
        .isEqualTo(1);
    assertState(program.send("POST", company + "/messages/" + dropped + "/drop", ""));
    assertNotThere("/messages/" + UUID.randomUUID() + "/release");
  }

  @Test
  void aMessageToACustomerIsNeverTriedAgainOnceItWasRefused() {
    UUID failed = message(EffectState.FAILED);

    assertState(program.send("POST", company + "/messages/" + failed + "/retry", ""));
  }

  @Test
  void howACompanyCollectsIsReadAndChanged() {
    UUID customer = scene.customer("Bakkerij Jansen");
    String rules = "{\"collects\":true,\"noticeDays\":5,\"retries\":2,\"retryOn\":\"NEXT_DAYS\"}";

    assertThat(json(program.send("PUT", company + "/collecting", rules, "Content-Type", JSON)))
        .isEqualTo(json(program.get(company + "/collecting")));
    assertThat(json(program.get(company + "/collecting")).get("noticeDays").asInt()).isEqualTo(5);
    assertThat(
            program
                .send(
                    "PUT", company + "/collecting", rules.replace("5", "500"), "Content-Type", JSON)
                .statusCode())
        .isEqualTo(422);
    String choice = "{\"customerId\":\"" + customer + "\",\"collects\":false}";
    assertThat(
            json(program.send("PUT", company + "/collecting/choice", choice, "Content-Type", JSON))
                .at("/customers/" + customer)
                .isBoolean())
        .isTrue();
    String other = choice.replace(customer.toString(), UUID.randomUUID().toString());
    assertThat(
            program
                .send("PUT", company + "/collecting/choice", other, "Content-Type", JSON)
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void theRulesForInstalmentsAndClaimsAreReadAndChanged() {
    assertThat(put("arrangement-rules", "{\"instalments\":3,\"days\":90,\"least\":\"50.00\"}"))
        .isEqualTo(200);
    assertThat(json(program.get(company + "/arrangement-rules")).get("least").asText())
        .isEqualTo("50.00");
    assertThat(put("payer-rules", "{\"promiseDays\":7,\"agreesAtOnce\":true}")).isEqualTo(200);
    assertThat(json(program.get(company + "/payer-rules")).get("promiseDays").asInt()).isEqualTo(7);
    assertThat(put("payer-rules", "{\"promiseDays\":7000,\"agreesAtOnce\":true}")).isEqualTo(422);
    String terms = "{\"version\":\"\",\"agreedRate\":\"8\",\"consumerClause\":false}";
    assertThat(put("claim-terms", terms)).isEqualTo(200);
    assertThat(json(program.get(company + "/claim-terms")).get("agreedRate").asText())
        .startsWith("8");
    assertThat(put("claim-terms", terms)).as("the version is old").isEqualTo(412);
  }

  private int put(String path, String body) {
    return program.send("PUT", company + "/" + path, body, "Content-Type", JSON).statusCode();
  }

  private UUID message(EffectState state) {
    UUID customer = scene.customer("Bakkerij Jansen");
    UUID invoice =
        scene.invoice(customer, "2026-" + UUID.randomUUID(), Scene.TODAY.minusDays(9), "121.00");
    return scene.email(customer, invoice, "Reminder", state);
  }

  private String decided(UUID message, String how) {
    HttpResponse<String> answer =
        program.send("POST", company + "/messages/" + message + "/" + how, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer).get("state").asText();
  }

  private void assertNotThere(String path) {
    assertThat(program.send("POST", company + path, "").statusCode()).isEqualTo(404);
  }

  private static void assertState(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
    assertThat(json(answer).get("type").asText()).isEqualTo("urn:dunlin:problem:other-state");
  }
}
