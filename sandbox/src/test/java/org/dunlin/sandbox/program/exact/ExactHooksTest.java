package org.dunlin.sandbox.program.exact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Receiver;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notices of Exact Online. */
class ExactHooksTest {
  private static final String SUBSCRIPTIONS = PlayedExact.API + "webhooks/WebhookSubscriptions";
  private static final String SECRET = "webhook-secret";

  private PlayedExact exact;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    exact = new PlayedExact().authorised();
    receiver = new Receiver();
    exact.program.hooks().sign(SECRET);
  }

  @AfterEach
  void close() {
    exact.close();
    receiver.close();
  }

  @Test
  void aCallbackMustAnswerBeforeItIsTaken() {
    receiver.answer(notice -> 500);
    assertThat(subscribe().statusCode()).isEqualTo(400);
    receiver.answer(notice -> 200);
    assertThat(subscribe().statusCode()).isEqualTo(201);
    assertThat(receiver.notices()).allMatch(notice -> notice.body().isEmpty());
    assertThat(subscribe().statusCode()).isEqualTo(400);
  }

  @Test
  void aChangeIsToldWithAHashOverItsContent() throws Exception {
    subscribe();
    receiver.forget();
    SalesDocument invoice = exact.sold.invoice("20260001");
    exact.program.hooks().notices().drain();
    assertThat(receiver.notices()).hasSize(1);
    String body = receiver.notices().getFirst().body();
    String content = body.substring("{\"Content\":".length(), body.indexOf(",\"HashCode\":"));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    StringBuilder hash = new StringBuilder();
    for (byte b : mac.doFinal(content.getBytes(StandardCharsets.UTF_8))) {
      hash.append(String.format(Locale.ROOT, "%02X", b));
    }
    JsonNode notice = Json.tree(body.getBytes(StandardCharsets.UTF_8));
    assertThat(notice.path("HashCode").asText()).isEqualTo(hash.toString());
    assertThat(notice.at("/Content/Key").asText()).isEqualTo(invoice.id().toString());
    assertThat(notice.at("/Content/Action").asText()).isEqualTo("Create");
    assertThat(notice.at("/Content/Division").asInt()).isEqualTo(123456);
  }

  @Test
  void aSubscriptionCanEnd() {
    String id = Caller.json(subscribe()).at("/d/ID").asText();
    assertThat(
            exact.app.send("DELETE", SUBSCRIPTIONS + "(guid'" + id + "')", null, "").statusCode())
        .isEqualTo(204);
    receiver.forget();
    exact.sold.invoice("20260001");
    exact.program.hooks().notices().drain();
    assertThat(receiver.notices()).isEmpty();
  }

  private HttpResponse<byte[]> subscribe() {
    return exact.app.post(
        SUBSCRIPTIONS,
        "{\"CallbackURL\":\"%s\",\"Topic\":\"SalesInvoices\"}".formatted(receiver.address()));
  }
}
