package org.dunlin.work.account;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.dunlin.core.account.AccountAgeing;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.Movement;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.claim.Line;
import org.dunlin.core.model.AdjustmentReason;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A statement of account as the API says it. */
public final class AccountJson {
  private static final JsonMapper JSON = new JsonMapper();

  private AccountJson() {}

  /** All of it. */
  public static String of(AccountStatement statement) {
    ObjectNode all = JSON.createObjectNode();
    all.put("customerId", statement.customer().id());
    all.put("from", statement.from().toString());
    all.put("to", statement.to().toString());
    all.set("accounts", accounts(statement));
    ArrayNode claims = all.putArray("claims");
    for (Line line : statement.claims()) {
      ObjectNode claim = claims.addObject();
      claim.put("kind", line.claim().kind().name());
      claim.put("currency", line.claim().amount().getCurrencyUnit().getCode());
      claim.put("amount", plain(line.claim().amount()));
    }
    return all.toString();
  }

  /** What the books say: without what is reckoned anew each day. */
  static ArrayNode accounts(AccountStatement statement) {
    ArrayNode accounts = JSON.createArrayNode();
    statement.accounts().forEach(account -> put(accounts.addObject(), account, statement.to()));
    return accounts;
  }

  private static void put(ObjectNode to, CurrencyAccount account, LocalDate on) {
    to.put("currency", account.opening().getCurrencyUnit().getCode());
    to.put("openingBalance", plain(account.opening()));
    to.put("closingBalance", plain(account.closing()));
    AccountAgeing ageing = AccountAgeing.of(account, on);
    ObjectNode aged = to.putObject("ageing");
    aged.put("notDue", plain(ageing.notDue()));
    aged.put("upTo30", plain(ageing.upTo30()));
    aged.put("upTo60", plain(ageing.upTo60()));
    aged.put("upTo90", plain(ageing.upTo90()));
    aged.put("over90", plain(ageing.over90()));
    aged.put("credit", plain(ageing.credit()));
    ArrayNode movements = to.putArray("movements");
    for (CurrencyAccount.Line line : account.lines()) {
      put(movements.addObject(), line.movement(), line.balance());
    }
    ArrayNode open = to.putArray("open");
    for (OpenItem item : account.open()) {
      ObjectNode each = open.addObject();
      each.put("kind", item.kind().name());
      if (!item.number().isEmpty()) {
        each.put("number", item.number());
      }
      each.put("on", item.issued().toString());
      day(each, "dueDate", item.due());
      each.put("total", plain(item.total()));
      each.put("open", plain(item.open()));
    }
  }

  private static void put(ObjectNode to, Movement movement, Money balance) {
    to.put("on", movement.on().toString());
    to.put("kind", movement.kind().name());
    ArrayNode numbers = to.putArray("numbers");
    movement.numbers().forEach(numbers::add);
    AdjustmentReason reason = movement.reason();
    if (reason != null) {
      to.put("reason", reason.name());
    }
    day(to, "dueDate", movement.due());
    to.put("amount", plain(movement.amount()));
    to.put("balance", plain(balance));
  }

  private static void day(ObjectNode to, String name, @Nullable LocalDate day) {
    if (day != null) {
      to.put(name, day.toString());
    }
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
