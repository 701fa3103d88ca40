package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.joda.money.Money;

/** Whose account it is, and by which methods its payers may pay. */
final class MollieSettings {
  private static final String IMAGES = "https://www.mollie.com/external/icons/payment-methods/";

  private final MollieApi api;

  MollieSettings(MollieApi api) {
    this.api = api;
  }

  void serve() {
    api.get("/methods", ask -> methods());
    api.get("/methods/{id}", this::method);
    api.get("/profiles/me", ask -> profile());
    api.organisation("/organizations/me", ask -> organisation());
  }

  private Reply methods() {
    ObjectNode body = Json.object();
    body.put("count", MollieMethod.values().length);
    body.putObject("_embedded")
        .set("methods", Json.array(Arrays.asList(MollieMethod.values()), this::json));
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/methods");
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/list-methods");
    return MollieManners.hal(200, body);
  }

  private Reply method(Ask ask) {
    String id = ask.variable("id");
    return MollieMethod.named(id)
        .map(method -> MollieManners.hal(200, json(method)))
        .orElseThrow(() -> MollieFault.noSuch("payment method", id));
  }

  private ObjectNode json(MollieMethod method) {
    ObjectNode body = Json.object();
    body.put("resource", "method").put("id", method.id()).put("description", method.label());
    body.set("minimumAmount", MollieJson.amount(Money.ofMinor(api.account().currency(), 1)));
    body.set("maximumAmount", MollieJson.amount(Money.ofMajor(api.account().currency(), 50_000)));
    body.putObject("image")
        .put("size1x", IMAGES + method.id() + ".png")
        .put("size2x", IMAGES + method.id() + "%402x.png")
        .put("svg", IMAGES + method.id() + ".svg");
    body.put("status", "activated");
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/methods/" + method.id());
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-method");
    return body;
  }

  private Reply profile() {
    MollieAccount account = api.account();
    ObjectNode body = Json.object();
    body.put("resource", "profile").put("id", account.profile()).put("mode", "live");
    body.put("name", account.name()).put("website", "https://voorbeeld.example");
    body.put("email", account.email()).put("phone", "+31208202070");
    body.put("businessCategory", "OTHER_MERCHANDISE").put("status", "verified");
    body.put("createdAt", "2020-01-06T09:00:00+00:00");
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/profiles/" + account.profile());
    MollieApi.page(
        links,
        "dashboard",
        "https://my.mollie.com/dashboard/" + account.organisation() + "/settings/profiles");
    for (String part : new String[] {"chargebacks", "methods", "payments", "refunds"}) {
      api.link(links, part, "/" + part);
    }
    MollieApi.page(
        links,
        "checkoutPreviewUrl",
        "https://www.mollie.com/checkout/preview/" + account.profile());
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-current-profile");
    return MollieManners.hal(200, body);
  }

  private Reply organisation() {
    MollieAccount account = api.account();
    ObjectNode body = Json.object();
    body.put("resource", "organization").put("id", account.organisation());
    body.put("name", account.name()).put("email", account.email()).put("locale", "nl_NL");
    body.putObject("address")
        .put("streetAndNumber", "Voorbeeldstraat 1")
        .put("postalCode", "1000 AA")
        .put("city", "Amsterdam")
        .put("country", "NL");
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/organizations/" + account.organisation());
    MollieApi.page(links, "dashboard", "https://my.mollie.com/dashboard/" + account.organisation());
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-organization");
    return MollieManners.hal(200, body);
  }
}
