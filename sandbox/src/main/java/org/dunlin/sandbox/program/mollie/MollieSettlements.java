package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What was paid out, and of what it is made up. */
final class MollieSettlements {
  private final MollieApi api;
  private final MollieTill till;
  private final MollieLists lists;

  MollieSettlements(MollieApi api, MollieTill till) {
    this.api = api;
    this.till = till;
    this.lists = new MollieLists(api);
  }

  void serve() {
    MolliePaymentJson payments = new MolliePaymentJson(api);
    MollieBacks backs = new MollieBacks(api, till);
    api.organisation(
        "/settlements",
        ask ->
            lists.page(
                ask,
                "settlements",
                till.balance().settlements(),
                MollieSettlement::id,
                this::json));
    api.organisation("/settlements/open", ask -> MollieManners.hal(200, open("open", true)));
    api.organisation("/settlements/next", ask -> MollieManners.hal(200, open("next", false)));
    api.organisation("/settlements/{id}", ask -> MollieManners.hal(200, json(known(ask))));
    api.organisation(
        "/settlements/{id}/payments",
        ask -> {
          String id = known(ask).id();
          return lists.page(
              ask,
              "payments",
              till.payments().stream().filter(p -> id.equals(p.settlement())).toList(),
              MolliePayment::id,
              payments::of);
        });
    api.organisation(
        "/settlements/{id}/refunds",
        ask -> {
          String id = known(ask).id();
          return lists.page(
              ask,
              "refunds",
              till.refunds(r -> id.equals(r.settlement())),
              MollieRefund::id,
              backs::refund);
        });
    api.organisation(
        "/settlements/{id}/chargebacks",
        ask -> {
          String id = known(ask).id();
          return lists.page(
              ask,
              "chargebacks",
              till.chargebacks(c -> id.equals(c.settlement())),
              MollieChargeback::id,
              backs::chargeback);
        });
    api.organisation("/settlements/{id}/captures", this::captures);
  }

  /** Cards are captured as they pay here. */
  private Reply captures(Ask ask) {
    MollieSettlement unused = known(ask);
    return lists.page(
        ask, "captures", List.<MollieRefund>of(), MollieRefund::id, r -> Json.object());
  }

  private MollieSettlement known(Ask ask) {
    String id = ask.variable("id");
    return till.balance().settlements().stream()
        .filter(s -> s.id().equals(id) || s.reference().equals(id))
        .findFirst()
        .orElseThrow(() -> MollieFault.noSuch("settlement", id));
  }

  private ObjectNode json(MollieSettlement settlement) {
    ObjectNode body =
        body(
            settlement.id(),
            settlement.reference(),
            "paidout",
            settlement.amount(),
            settlement.settledAt());
    body.put("createdAt", MollieJson.moment(settlement.settledAt()));
    body.set("periods", periods(till.balance().of(settlement)));
    ObjectNode links = links(body, "/settlements/" + settlement.id());
    for (String part : List.of("payments", "refunds", "chargebacks", "captures")) {
      api.link(links, part, "/settlements/" + settlement.id() + "/" + part);
    }
    return body;
  }

  /** What is still to be paid out. */
  private ObjectNode open(String id, boolean parts) {
    ObjectNode body = body(id, null, "open", till.balance().available(), null);
    body.set("periods", parts ? periods(till.balance().unsettled()) : Json.object());
    links(body, "/settlements/" + id);
    return body;
  }

  private ObjectNode body(
      String id,
      @Nullable String reference,
      String status,
      Money amount,
      @Nullable Instant settledAt) {
    ObjectNode body = Json.object();
    body.put("resource", "settlement").put("id", id).put("reference", reference);
    body.put("status", status);
    body.set("amount", MollieJson.amount(amount));
    body.put("balanceId", api.account().balance());
    MollieJson.moment(body, "settledAt", settledAt);
    return body;
  }

  private ObjectNode links(ObjectNode body, String self) {
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", self);
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-settlement");
    return links;
  }

  private ObjectNode periods(List<MollieTransaction> transactions) {
    ObjectNode periods = Json.object();
    Map<String, Map<String, MolliePart>> months = new TreeMap<>();
    for (MollieTransaction transaction : transactions) {
      OffsetDateTime at = transaction.at().atOffset(ZoneOffset.UTC);
      String month = String.format("%04d-%02d", at.getYear(), at.getMonthValue());
      MolliePart part = MolliePart.of(transaction, till);
      months
          .computeIfAbsent(month, any -> new TreeMap<>())
          .merge(part.description(), part, MolliePart::plus);
    }
    months.forEach(
        (month, parts) -> {
          ObjectNode year = (ObjectNode) periods.withObject("/" + month.substring(0, 4));
          ObjectNode period = year.putObject(month.substring(5));
          ArrayNode revenue = period.putArray("revenue");
          ArrayNode costs = period.putArray("costs");
          for (MolliePart part : parts.values()) {
            revenue.add(line(part, part.gross(), null));
            costs.add(line(part, part.fees(), part.rate()));
          }
        });
    return periods;
  }

  private static ObjectNode line(
      MolliePart part, BigDecimal amount, MolliePart.@Nullable Rate rate) {
    CurrencyUnit currency = part.currency();
    ObjectNode line = Json.object();
    line.put("description", part.description()).put("method", part.method());
    line.put("count", part.count());
    if (rate != null) {
      ObjectNode charged = line.putObject("rate");
      charged.set("fixed", MollieJson.fine(currency, rate.fixed()));
      if (rate.percent().signum() != 0) {
        charged.put("percentage", rate.percent().toPlainString());
      }
    }
    line.set("amountNet", MollieJson.fine(currency, amount));
    line.putNull("amountVat");
    line.set("amountGross", MollieJson.fine(currency, amount));
    return line;
  }
}
