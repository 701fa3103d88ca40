package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.dunlin.sandbox.program.Json;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A payment as Mollie writes it. */
final class MolliePaymentJson {
  private final MollieApi api;

  MolliePaymentJson(MollieApi api) {
    this.api = api;
  }

  ObjectNode of(MolliePayment payment) {
    MollieOrder order = payment.order();
    ObjectNode body = Json.object();
    body.put("resource", "payment").put("id", payment.id()).put("mode", "live");
    body.put("createdAt", MollieJson.moment(payment.createdAt()));
    body.set("amount", MollieJson.amount(payment.amount()));
    body.put("description", payment.description());
    MollieMethod method = payment.method();
    put(body, "method", method == null ? null : method.id());
    body.set("metadata", order.metadata());
    body.put("status", payment.status().id());
    stands(body, payment);
    body.put("profileId", api.account().profile()).put("sequenceType", "oneoff");
    body.put("redirectUrl", order.redirectUrl());
    put(body, "cancelUrl", order.cancelUrl());
    put(body, "webhookUrl", order.webhookUrl());
    put(body, "locale", order.locale());
    put(body, "settlementId", payment.settlement());
    body.set("_links", links(payment));
    return body;
  }

  private static void put(ObjectNode body, String name, @Nullable String value) {
    if (value != null) {
      body.put(name, value);
    }
  }

  private static void stands(ObjectNode body, MolliePayment payment) {
    Instant since = payment.since();
    switch (payment.status()) {
      case OPEN -> {
        body.put("isCancelable", cancelable(payment));
        body.put("expiresAt", MollieJson.moment(payment.expiresAt()));
      }
      case PAID -> {
        body.put("paidAt", MollieJson.moment(since));
        givenBack(body, payment);
        body.set("details", details(payment));
      }
      case CANCELED -> body.put("canceledAt", MollieJson.moment(since));
      case EXPIRED -> body.put("expiredAt", MollieJson.moment(since));
      case FAILED -> body.put("failedAt", MollieJson.moment(since));
    }
  }

  /** What is at a bank already cannot be called back; until a method is chosen, nothing is. */
  static boolean cancelable(MolliePayment payment) {
    return payment.status() == MollieStatus.OPEN && payment.method() == null;
  }

  private static void givenBack(ObjectNode body, MolliePayment payment) {
    Money back = payment.chargedBack();
    body.set("amountRefunded", MollieJson.amount(payment.refunded()));
    body.set("amountRemaining", MollieJson.amount(payment.remaining()));
    if (back.isPositive()) {
      body.set("amountChargedBack", MollieJson.amount(back));
    }
  }

  private static ObjectNode details(MolliePayment payment) {
    MolliePayer payer = payment.payer() == null ? MolliePayer.SOMEBODY : payment.payer();
    MollieMethod method = payment.method() == null ? MollieMethod.IDEAL : payment.method();
    ObjectNode details = Json.object();
    return switch (method) {
      case IDEAL ->
          details
              .put("consumerName", payer.name())
              .put("consumerAccount", payer.iban())
              .put("consumerBic", payer.bic());
      case BANCONTACT -> details.put("cardNumber", "6787");
      case CREDITCARD ->
          details
              .put("cardHolder", payer.name())
              .put("cardNumber", "6787")
              .put("cardLabel", "Mastercard")
              .put("cardCountryCode", "NL")
              .put("cardSecurity", "3dsecure");
    };
  }

  private ObjectNode links(MolliePayment payment) {
    ObjectNode links = Json.object();
    String own = "/payments/" + payment.id();
    api.link(links, "self", own);
    if (payment.status() == MollieStatus.OPEN) {
      MollieApi.page(links, "checkout", api.page(MollieCheckout.PATH + payment.token()));
    }
    MollieApi.page(
        links,
        "dashboard",
        "https://my.mollie.com/dashboard/" + api.account().organisation() + own);
    if (payment.refunded().isPositive()) {
      api.link(links, "refunds", own + "/refunds");
    }
    if (payment.chargedBack().isPositive()) {
      api.link(links, "chargebacks", own + "/chargebacks");
    }
    if (payment.settlement() != null) {
      api.link(links, "settlement", "/settlements/" + payment.settlement());
    }
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-payment");
    return links;
  }
}
