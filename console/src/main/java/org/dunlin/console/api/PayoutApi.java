package org.dunlin.console.api;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.console.right.Needs;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Right;
import org.dunlin.store.pay.ProviderAccounts.Account;
import org.dunlin.store.pay.ProviderAccounts.Day;
import org.dunlin.store.pay.ProviderAccounts.Payout;
import org.dunlin.store.pay.ProviderDifferences.Difference;
import org.dunlin.work.pay.ProviderBooks;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What payment providers hold for a company, and whether what they paid out has arrived. */
@RestController
@Needs(Right.SEE)
@RequestMapping(
    path = "/api/v1/companies/{company}/payouts",
    produces = MediaType.APPLICATION_JSON_VALUE)
class PayoutApi {
  private static final int MOST = 1000;
  private static final int DAYS = 100;
  private static final JsonMapper JSON = new JsonMapper();

  private final Stores stores;

  PayoutApi(Stores stores) {
    this.stores = stores;
  }

  /**
   * The accounts, at the end of a day where one is named, what does not tie out, and the latest
   * payouts.
   */
  @GetMapping
  byte[] payouts(
      @PathVariable String company, @RequestParam(required = false) @Nullable String on) {
    LocalDate today = stores.companies().businessDate(CompanyApi.mustExist(stores, company));
    LocalDate day = on == null ? null : Asking.day("on", on, today);
    ProviderBooks.Shown books = new ProviderBooks(stores).of(company, today, day);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("on", books.on().toString());
    ArrayNode accounts = answer.putArray("accounts");
    books.accounts().forEach(each -> put(accounts.addObject(), each));
    ArrayNode differences = answer.putArray("differences");
    books.differences().forEach(each -> put(differences.addObject(), each));
    ArrayNode payouts = answer.putArray("payouts");
    stores.pay().accounts().payouts(company, MOST).forEach(each -> put(payouts.addObject(), each));
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What moved on one account, day by day, the latest first. */
  @GetMapping("/{program}/days")
  byte[] days(
      @PathVariable String company,
      @PathVariable("program") String provider,
      @RequestParam String account,
      @RequestParam String currency,
      @RequestParam(required = false) @Nullable String until) {
    LocalDate today = stores.companies().businessDate(CompanyApi.mustExist(stores, company));
    Account shown =
        stores.pay().accounts().of(company, provider, null).stream()
            .filter(each -> each.number().equals(account))
            .filter(each -> each.left().getCurrencyUnit().getCode().equals(currency))
            .findFirst()
            .orElseThrow(
                () -> ProblemType.NOT_FOUND.because("No provider told of such an account."));
    LocalDate last = until == null ? shown.last() : Asking.day("until", until, today);
    List<Day> days =
        stores
            .pay()
            .accounts()
            .days(company, provider, account, shown.left().getCurrencyUnit(), last, DAYS + 1);
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode items = answer.putArray("items");
    days.stream().limit(DAYS).forEach(each -> put(items.addObject(), each));
    if (days.size() > DAYS) {
      answer.put("nextUntil", days.getLast().on().toString());
    }
    return answer.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void put(ObjectNode line, Day day) {
    line.put("on", day.on().toString());
    amount(line, "cameIn", day.cameIn());
    amount(line, "fees", day.fees());
    amount(line, "returned", day.returned());
    amount(line, "paidOut", day.paidOut());
    amount(line, "left", day.left());
  }

  private static void put(ObjectNode line, Difference difference) {
    line.put("kind", difference.kind().name());
    line.put("provider", difference.provider());
    line.put("on", difference.on().toString());
    amount(line, "amount", difference.amount());
    line.put("currency", difference.amount().getCurrencyUnit().getCode());
    text(line, "paymentId", difference.paymentId());
    text(line, "paymentLinkId", difference.linkId());
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
    amount(line, "onItsWay", account.onItsWay());
    amount(line, "owed", account.owed());
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
