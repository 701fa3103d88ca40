package org.dunlin.sandbox.program.moneybird;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.sandbox.program.Sold.euro;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Receiver;
import org.dunlin.sandbox.program.Signature;
import org.dunlin.sandbox.program.Sold;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notices of Moneybird. */
class MoneybirdHooksTest {
  private static final String WEBHOOKS = PlayedMoneybird.API + "webhooks.json";

  private PlayedMoneybird bird;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    bird = new PlayedMoneybird().authorised();
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    bird.close();
    receiver.close();
  }

  @Test
  void anAddressMustAnswerAtRegistering() {
    receiver.answer(notice -> 404);
    assertThat(register("").statusCode()).isEqualTo(400);
    receiver.answer(notice -> 200);
    assertThat(register("").statusCode()).isEqualTo(201);
  }

  @Test
  void aNoticeBearsTheTokenAndTheWholeRecord() {
    String token = Caller.json(register("")).path("token").asText();
    receiver.forget();
    SalesDocument invoice = bird.sold.invoice("2026-1");
    bird.books.pay(invoice.id(), Sold.DAY, euro("1210.00"), null);
    bird.program.hooks().notices().drain();
    assertThat(receiver.notices()).hasSize(3);
    JsonNode paid = body(1);
    assertThat(paid.path("webhook_token").asText()).isEqualTo(token);
    assertThat(paid.path("action").asText()).isEqualTo("sales_invoice_state_changed_to_paid");
    assertThat(paid.path("entity_id").asText()).isEqualTo(MoneybirdIds.of(invoice));
    assertThat(paid.at("/entity/total_unpaid").asText()).isEqualTo("0.0");
    assertThat(body(2).path("action").asText()).isEqualTo("payment_registered");
    assertThat(receiver.notices().getFirst().headers()).containsKey("idempotency-key");
  }

  @Test
  void aNoticeIsSignedWithTheSecretThatRegisteringTold() {
    String secret = Caller.json(register("")).path("secret").asText();
    receiver.forget();
    bird.sold.invoice("2026-1");
    bird.program.hooks().notices().drain();
    String signature =
        Objects.requireNonNull(receiver.notices().getFirst().headers().get("moneybird-signature"));
    String moment = signature.replaceAll("t=(\\d+),v1=.*", "$1");
    byte[] over =
        (moment + "." + receiver.notices().getFirst().body()).getBytes(StandardCharsets.UTF_8);
    assertThat(signature)
        .isEqualTo("t=" + moment + ",v1=" + HexFormat.of().formatHex(Signature.of(secret, over)));
    assertThat(Caller.json(bird.app.get(WEBHOOKS)).toString()).doesNotContain(secret);
  }

  @Test
  void onlyEventsThatAreEnabledAreTold() {
    register(",\"enabled_events\":[\"contact_changed\"]");
    receiver.forget();
    bird.sold.invoice("2026-1");
    bird.books.changeContact(bird.sold.contact(), contact -> contact);
    bird.program.hooks().notices().drain();
    assertThat(receiver.notices()).hasSize(1);
    assertThat(body(0).path("entity_type").asText()).isEqualTo("Contact");
  }

  @Test
  void aHookCanBeRemoved() {
    String id = Caller.json(register("")).path("id").asText();
    String own = PlayedMoneybird.API + "webhooks/" + id + ".json";
    assertThat(bird.app.send("DELETE", own, null, "").statusCode()).isEqualTo(204);
    assertThat(Caller.json(bird.app.get(WEBHOOKS))).isEmpty();
  }

  private HttpResponse<byte[]> register(String more) {
    return bird.app.post(WEBHOOKS, "{\"url\":\"" + receiver.address() + "\"" + more + "}");
  }

  private JsonNode body(int index) {
    return Json.tree(receiver.notices().get(index).body().getBytes(StandardCharsets.UTF_8));
  }
}
