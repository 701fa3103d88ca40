package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Payment links, and the payments that are made by them. */
final class MollieLinks {
  private final MollieApi api;
  private final MollieTill till;
  private final MollieLists lists;
  private final MolliePaymentJson payments;

  MollieLinks(MollieApi api, MollieTill till) {
    this.api = api;
    this.till = till;
    this.lists = new MollieLists(api);
    this.payments = new MolliePaymentJson(api);
  }

  void serve() {
    api.write("POST", "/payment-links", this::create);
    api.get(
        "/payment-links",
        ask -> lists.page(ask, "payment_links", till.links(), MollieLink::id, this::json));
    api.get("/payment-links/{id}", ask -> MollieManners.hal(200, json(known(ask))));
    api.write("PATCH", "/payment-links/{id}", this::change);
    api.write("DELETE", "/payment-links/{id}", this::delete);
    api.get("/payment-links/{id}/payments", this::payments);
  }

  private MollieLink known(Ask ask) {
    String id = ask.variable("id");
    return till.link(id).orElseThrow(() -> MollieFault.noSuch("payment link", id));
  }

  private Reply create(Ask ask) {
    api.requireProfile(ask);
    JsonNode body = ask.json();
    MollieLink link =
        new MollieLink(
            till.newId("pl_"),
            MolliePayments.description(body),
            optional(body, "amount"),
            optional(body, "minimumAmount"),
            body.path("reusable").asBoolean(false),
            false,
            MolliePayments.address(body, "redirectUrl", false),
            MolliePayments.address(body, "webhookUrl", false),
            till.clock().instant(),
            null,
            expiry(body),
            named(body.path("allowedMethods")));
    return MollieManners.hal(201, json(till.keep(link)));
  }

  private static @Nullable Money optional(JsonNode body, String field) {
    return body.path(field).isObject() ? MollieJson.amount(body.path(field), field) : null;
  }

  private static List<MollieMethod> named(JsonNode methods) {
    return methods.isArray() ? MolliePayments.methods(methods, "allowedMethods") : List.of();
  }

  private @Nullable Instant expiry(JsonNode body) {
    String text = MollieJson.text(body, "expiresAt").orElse(null);
    if (text == null) {
      return null;
    }
    try {
      Instant expiry = OffsetDateTime.parse(text).toInstant();
      if (expiry.isAfter(till.clock().instant())) {
        return expiry;
      }
    } catch (DateTimeException e) {
      throw MollieFault.unprocessable("The expiry date is invalid", "expiresAt");
    }
    throw MollieFault.unprocessable("The expiry date must be in the future", "expiresAt");
  }

  private Reply change(Ask ask) {
    MollieLink link = known(ask);
    JsonNode body = ask.json();
    MollieLink changed =
        link.changed(
            body.has("description") ? MolliePayments.description(body) : link.description(),
            body.path("archived").asBoolean(link.archived()));
    return MollieManners.hal(200, json(till.keep(changed)));
  }

  private Reply delete(Ask ask) {
    MollieLink link = known(ask);
    if (!of(link).isEmpty()) {
      throw MollieFault.unprocessable("The payment link has payments", null);
    }
    till.forget(link);
    return Reply.empty(204);
  }

  private Reply payments(Ask ask) {
    return lists.page(ask, "payments", of(known(ask)), MolliePayment::id, payments::of);
  }

  private List<MolliePayment> of(MollieLink link) {
    return till.payments().stream().filter(p -> link.id().equals(p.order().link())).toList();
  }

  private ObjectNode json(MollieLink link) {
    ObjectNode body = Json.object();
    body.put("resource", "payment-link").put("id", link.id()).put("mode", "live");
    body.put("description", link.description());
    Money amount = link.amount();
    body.set("amount", amount == null ? null : MollieJson.amount(amount));
    Money least = link.least();
    if (least != null) {
      body.set("minimumAmount", MollieJson.amount(least));
    }
    body.put("archived", link.archived()).put("reusable", link.reusable());
    body.put("profileId", api.account().profile());
    body.put("redirectUrl", link.redirectUrl()).put("webhookUrl", link.webhookUrl());
    body.put("createdAt", MollieJson.moment(link.createdAt()));
    MollieJson.moment(body, "paidAt", link.paidAt());
    MollieJson.moment(body, "expiresAt", link.expiresAt());
    if (link.methods().isEmpty()) {
      body.putNull("allowedMethods");
    } else {
      ArrayNode methods = body.putArray("allowedMethods");
      link.methods().forEach(method -> methods.add(method.id()));
    }
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/payment-links/" + link.id());
    MollieApi.page(links, "paymentLink", api.page(MollieCheckout.LINK + link.token()));
    return body;
  }
}
