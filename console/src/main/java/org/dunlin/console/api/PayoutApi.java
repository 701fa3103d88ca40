package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.store.pay.ProviderAccounts.Payout;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What payment providers hold for a company, and whether what they paid out has arrived. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/payouts",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutApi {
  private static final int MOST = 1000;
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;

  PayoutApi(Stores stores) {
    this.stores = stores;
  }

  @GetMapping
  byte[] payouts(@PathVariable String company) {
    CompanyApi.mustExist(stores, company);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode accounts = answer.putArray("accounts");
    stores.pay().accounts().of(company).forEach(each -> put(accounts.addObject(), each));
    ArrayNode payouts = answer.putArray("payouts");
    stores.pay().accounts().payouts(company, MOST).forEach(each -> put(payouts.addObject(), each));
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode line, Account account) {
    line.put("provider", account.provider());
    line.put("account", account.number());
    line.put("currency", account.left().getCurrencyUnit().getCode());
    amount(line, "cameIn", account.cameIn());
    amount(line, "fees", account.fees());
    amount(line, "feesBooked", account.booked());
    amount(line, "returned", account.returned());
    amount(line, "paidOut", account.paidOut());
    amount(line, "left", account.left());
  }

  private static void put(ObjectNode line, Payout payout) {
    line.put("provider", payout.provider());
    text(line, "paymentId", payout.payoutId());
    text(line, "on", payout.on());
    amount(line, "amount", payout.amount());
    text(line, "reference", payout.reference());
    text(line, "entryId", payout.entryId());
    text(line, "arrivedOn", payout.arrivedOn());
    amount(line, "arrived", payout.arrived());
    text(line, "foundBy", payout.foundBy());
    Money either = payout.amount() == null ? payout.arrived() : payout.amount();
    text(line, "currency", either == null ? null : either.getCurrencyUnit());
    amount(line, "difference", payout.difference().orElse(null));
  }

  private static void text(ObjectNode line, String name, @Nullable Object value) {
    if (value != null) {
      line.put(name, value.toString());
    }
  }

  private static void amount(ObjectNode line, String name, @Nullable Money amount) {
    if (amount != null) {
      line.put(name, amount.getAmount().toPlainString());
    }
  }
}
