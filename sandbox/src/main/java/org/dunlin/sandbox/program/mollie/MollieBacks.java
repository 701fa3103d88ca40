package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What goes back to payers: refunds that the shop makes, chargebacks that their banks make. */
final class MollieBacks {
  private final MollieApi api;
  private final MollieTill till;
  private final MollieLists lists;

  MollieBacks(MollieApi api, MollieTill till) {
    this.api = api;
    this.till = till;
    this.lists = new MollieLists(api);
  }

  void serve() {
    api.write("POST", "/payments/{id}/refunds", this::refund);
    api.get(
        "/payments/{id}/refunds",
        ask -> {
          String payment = MolliePayments.known(till, ask).id();
          return lists.page(
              ask,
              "refunds",
              till.refunds(r -> r.payment().equals(payment)),
              MollieRefund::id,
              this::refund);
        });
    api.get(
        "/refunds",
        ask -> lists.page(ask, "refunds", till.refunds(r -> true), MollieRefund::id, this::refund));
    api.get("/payments/{id}/refunds/{refund}", this::oneRefund);
    api.get(
        "/payments/{id}/chargebacks",
        ask -> {
          String payment = MolliePayments.known(till, ask).id();
          return lists.page(
              ask,
              "chargebacks",
              till.chargebacks(c -> c.payment().equals(payment)),
              MollieChargeback::id,
              this::chargeback);
        });
    api.get("/payments/{id}/chargebacks/{chargeback}", this::oneChargeback);
    api.get(
        "/chargebacks",
        ask ->
            lists.page(
                ask,
                "chargebacks",
                till.chargebacks(c -> true),
                MollieChargeback::id,
                this::chargeback));
  }

  private Reply refund(Ask ask) {
    MolliePayment payment = MolliePayments.known(till, ask);
    JsonNode body = ask.json();
    Money amount = MollieJson.amount(body.path("amount"), "amount");
    if (payment.status() != MollieStatus.PAID) {
      throw MollieFault.unprocessable("The payment cannot be refunded", null);
    }
    if (!amount.isSameCurrency(payment.amount()) || amount.isGreaterThan(payment.remaining())) {
      throw MollieFault.unprocessable(
          "The specified amount cannot be refunded, it is higher than the remaining amount",
          "amount");
    }
    String description = MollieJson.text(body, "description").orElseGet(payment::description);
    return MollieManners.hal(
        201, refund(till.refund(payment, amount, description, MolliePayments.metadata(body))));
  }

  private Reply oneRefund(Ask ask) {
    String payment = MolliePayments.known(till, ask).id();
    String id = ask.variable("refund");
    return till.refunds(r -> r.id().equals(id) && r.payment().equals(payment)).stream()
        .findFirst()
        .map(refund -> MollieManners.hal(200, refund(refund)))
        .orElseThrow(() -> MollieFault.noSuch("refund", id));
  }

  private Reply oneChargeback(Ask ask) {
    String payment = MolliePayments.known(till, ask).id();
    String id = ask.variable("chargeback");
    return till.chargebacks(c -> c.id().equals(id) && c.payment().equals(payment)).stream()
        .findFirst()
        .map(back -> MollieManners.hal(200, chargeback(back)))
        .orElseThrow(() -> MollieFault.noSuch("chargeback", id));
  }

  ObjectNode refund(MollieRefund refund) {
    ObjectNode body = Json.object();
    body.put("resource", "refund").put("id", refund.id()).put("mode", "live");
    body.put("description", refund.description());
    body.set("amount", MollieJson.amount(refund.amount()));
    body.put("status", refund.status());
    body.set("metadata", refund.metadata());
    body.put("paymentId", refund.payment());
    body.put("createdAt", MollieJson.moment(refund.createdAt()));
    String own = "/payments/" + refund.payment();
    links(body, own + "/refunds/" + refund.id(), own, refund.settlement(), "get-refund");
    return body;
  }

  ObjectNode chargeback(MollieChargeback back) {
    ObjectNode body = Json.object();
    body.put("resource", "chargeback").put("id", back.id());
    body.set("amount", MollieJson.amount(back.amount()));
    body.putObject("reason")
        .put("code", "AC01")
        .put("description", "Account identifier incorrect (i.e. invalid IBAN)");
    body.put("paymentId", back.payment());
    body.put("createdAt", MollieJson.moment(back.createdAt()));
    body.putNull("reversedAt");
    String own = "/payments/" + back.payment();
    links(body, own + "/chargebacks/" + back.id(), own, back.settlement(), "get-chargeback");
    return body;
  }

  private void links(
      ObjectNode body,
      String self,
      String payment,
      @Nullable String settlement,
      String documentation) {
    if (settlement != null) {
      body.put("settlementId", settlement);
    }
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", self);
    api.link(links, "payment", payment);
    if (settlement != null) {
      api.link(links, "settlement", "/settlements/" + settlement);
    }
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/" + documentation);
  }
}
