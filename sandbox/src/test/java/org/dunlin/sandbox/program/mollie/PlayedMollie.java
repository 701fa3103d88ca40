package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.dunlin.sandbox.program.Caller;
import org.dunlin.sandbox.program.Receiver;
import org.dunlin.sandbox.program.SetClock;
import org.joda.money.CurrencyUnit;

/** Mollie with an account, a shop that asks and is told, and a payer with a browser. */
final class PlayedMollie implements AutoCloseable {
  final SetClock clock = new SetClock();
  final MollieProgram program;
  final Receiver shop = new Receiver();
  final Caller app;
  final Caller payer;

  PlayedMollie() throws IOException {
    program = MollieProgram.open(MollieAccount.of("Voorbeeld B.V.", CurrencyUnit.EUR), clock, 0);
    app = new Caller(program.address());
    payer = new Caller(program.address());
    byKey();
  }

  /** Asks by the key of the website's profile. */
  PlayedMollie byKey() {
    app.header("Authorization", "Bearer " + program.account().apiKey());
    return this;
  }

  /** Asks by a token of the organisation. */
  PlayedMollie byToken() {
    app.header("Authorization", "Bearer " + program.account().accessToken());
    return this;
  }

  String order(String amount) {
    return """
        {"amount":{"currency":"EUR","value":"%s"},"description":"Invoice 2026-0001",
         "redirectUrl":"https://hub.example/p/back","cancelUrl":"https://hub.example/p/cancel",
         "webhookUrl":"%s","metadata":{"checkout":"0198"},"locale":"nl_NL"}
        """
        .formatted(amount, shop.address());
  }

  JsonNode ordered(String amount) {
    return Caller.json(app.post("/v2/payments", order(amount)));
  }

  /** The payer presses a button of the hosted page. */
  HttpResponse<byte[]> press(JsonNode payment, String decision, String method) {
    String page = payment.at("/_links/checkout/href").asText();
    return payer.form(URI.create(page).getPath(), Map.of("decision", decision, "method", method));
  }

  JsonNode paid(String amount) {
    JsonNode payment = ordered(amount);
    press(payment, "pay", "ideal");
    program.hooks().notices().drain();
    return Caller.json(app.get("/v2/payments/" + payment.path("id").asText()));
  }

  @Override
  public void close() {
    program.close();
    shop.close();
    app.close();
    payer.close();
  }
}
