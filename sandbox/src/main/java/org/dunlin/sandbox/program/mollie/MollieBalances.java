package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.joda.money.Money;

/** The balance of the account and its movements. */
final class MollieBalances {
  private final MollieApi api;
  private final MollieTill till;
  private final MollieLists lists;

  MollieBalances(MollieApi api, MollieTill till) {
    this.api = api;
    this.till = till;
    this.lists = new MollieLists(api);
  }

  void serve() {
    api.organisation(
        "/balances",
        ask ->
            lists.page(
                ask,
                "balances",
                List.of(api.account()),
                MollieAccount::balance,
                account -> balance()));
    api.organisation("/balances/primary", ask -> MollieManners.hal(200, balance()));
    api.organisation("/balances/{id}", this::one);
    api.organisation("/balances/{id}/transactions", this::transactions);
  }

  private Reply one(Ask ask) {
    require(ask.variable("id"));
    return MollieManners.hal(200, balance());
  }

  private void require(String id) {
    if (!id.equals(api.account().balance()) && !id.equals("primary")) {
      throw MollieFault.noSuch("balance", id);
    }
  }

  private Reply transactions(Ask ask) {
    require(ask.variable("id"));
    return lists.page(
        ask,
        "balance_transactions",
        till.balance().transactions(),
        MollieTransaction::id,
        MollieBalances::json);
  }

  private ObjectNode balance() {
    ObjectNode body = Json.object();
    Money available = till.balance().available();
    body.put("resource", "balance").put("id", api.account().balance()).put("mode", "live");
    body.put("createdAt", "2020-01-06T09:00:00+00:00");
    body.put("currency", api.account().currency().getCode());
    body.put("description", api.account().name()).put("status", "active");
    body.put("transferFrequency", "daily");
    body.set("availableAmount", MollieJson.amount(available));
    body.set("pendingAmount", MollieJson.amount(Money.zero(available.getCurrencyUnit())));
    ObjectNode links = body.putObject("_links");
    api.link(links, "self", "/balances/" + api.account().balance());
    MollieApi.page(links, "documentation", "https://docs.mollie.com/reference/get-balance");
    return body;
  }

  /** The context is under the name of the type, as the specification has it. */
  private static ObjectNode json(MollieTransaction transaction) {
    ObjectNode body = Json.object();
    body.put("resource", "balance_transaction").put("id", transaction.id());
    body.put("type", transaction.type());
    body.set("resultAmount", MollieJson.amount(transaction.result()));
    body.set("initialAmount", MollieJson.amount(transaction.initial()));
    if (transaction.fee().isZero()) {
      body.putNull("deductions");
    } else {
      body.set("deductions", MollieJson.amount(transaction.fee()));
      body.putObject("deductionDetails").set("fees", MollieJson.amount(transaction.fee()));
    }
    body.put("createdAt", MollieJson.moment(transaction.at()));
    ObjectNode context = body.putObject("context").putObject(transaction.type());
    transaction.context().forEach(context::put);
    return body;
  }
}
