package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.jspecify.annotations.Nullable;

/** Payments: made, read and given up. */
final class MolliePayments {
  private static final int LONGEST_DESCRIPTION = 255;
  private static final int LARGEST_METADATA = 1024;

  private final MollieApi api;
  private final MollieTill till;
  private final MolliePaymentJson json;
  private final MollieLists lists;
  private final MollieBacks backs;

  MolliePayments(MollieApi api, MollieTill till) {
    this.api = api;
    this.till = till;
    this.json = new MolliePaymentJson(api);
    this.lists = new MollieLists(api);
    this.backs = new MollieBacks(api, till);
  }

  void serve() {
    api.write("POST", "/payments", this::create);
    api.get(
        "/payments",
        ask -> lists.page(ask, "payments", till.payments(), MolliePayment::id, json::of));
    api.get("/payments/{id}", this::one);
    api.write("DELETE", "/payments/{id}", this::cancel);
  }

  /** With its refunds and chargebacks where that is asked for. */
  private Reply one(Ask ask) {
    MolliePayment payment = known(till, ask);
    ObjectNode body = json.of(payment);
    List<String> embed = List.of(ask.query("embed").orElse("").split(",", -1));
    if (embed.contains("refunds")) {
      body.withObject("/_embedded")
          .set(
              "refunds",
              Json.array(till.refunds(r -> r.payment().equals(payment.id())), backs::refund));
    }
    if (embed.contains("chargebacks")) {
      body.withObject("/_embedded")
          .set(
              "chargebacks",
              Json.array(
                  till.chargebacks(c -> c.payment().equals(payment.id())), backs::chargeback));
    }
    return MollieManners.hal(200, body);
  }

  static MolliePayment known(MollieTill till, Ask ask) {
    String id = ask.variable("id");
    return till.payment(id).orElseThrow(() -> MollieFault.noSuch("payment", id));
  }

  private Reply create(Ask ask) {
    api.requireProfile(ask);
    JsonNode body = ask.json();
    MollieOrder order =
        new MollieOrder(
            MollieJson.amount(body.path("amount"), "amount"),
            description(body),
            metadata(body),
            address(body, "redirectUrl", true),
            address(body, "cancelUrl", false),
            address(body, "webhookUrl", false),
            MollieJson.text(body, "locale").orElse(null),
            methods(body.path("method"), "method"),
            null);
    return MollieManners.hal(201, json.of(till.begin(order)));
  }

  private Reply cancel(Ask ask) {
    MolliePayment payment = known(till, ask);
    if (!MolliePaymentJson.cancelable(payment)) {
      throw MollieFault.unprocessable("The payment cannot be cancelled", null);
    }
    return MollieManners.hal(200, json.of(till.cancel(payment.id())));
  }

  static String description(JsonNode body) {
    String description =
        MollieJson.text(body, "description").orElseThrow(() -> MollieFault.missing("description"));
    if (description.length() > LONGEST_DESCRIPTION) {
      throw MollieFault.unprocessable("The description is too long", "description");
    }
    return description;
  }

  static @Nullable JsonNode metadata(JsonNode body) {
    JsonNode metadata = body.path("metadata");
    if (metadata.isMissingNode() || metadata.isNull()) {
      return null;
    }
    if (Json.bytes(metadata).length > LARGEST_METADATA) {
      throw MollieFault.unprocessable("The metadata is too large", "metadata");
    }
    return metadata;
  }

  static @Nullable String address(JsonNode body, String field, boolean required) {
    String address = MollieJson.text(body, field).orElse(null);
    if (address == null) {
      if (required) {
        throw MollieFault.missing(field);
      }
      return null;
    }
    try {
      if (URI.create(address).getHost() != null) {
        return address;
      }
    } catch (IllegalArgumentException e) {
      throw MollieFault.unprocessable("The " + field + " is invalid", field);
    }
    throw MollieFault.unprocessable("The " + field + " is invalid", field);
  }

  /** One, several, or none named, which lets the payer choose of all. */
  static List<MollieMethod> methods(JsonNode named, String field) {
    List<MollieMethod> methods = new ArrayList<>();
    if (named.isArray()) {
      named.forEach(each -> methods.add(method(each.asText(""), field)));
    } else if (named.isTextual()) {
      methods.add(method(named.asText(), field));
    }
    return methods.isEmpty() ? List.of(MollieMethod.values()) : List.copyOf(methods);
  }

  private static MollieMethod method(String id, String field) {
    return MollieMethod.named(id)
        .orElseThrow(() -> MollieFault.unprocessable("The payment method is not activated", field));
  }
}
