package org.dunlin.core.message;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.core.account.AccountAgeing;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.OpenItem;
import org.joda.money.Money;

/** The tables of a statement in one currency. */
final class AccountTables {
  private final AccountWords words;
  private final AccountStatement statement;
  private final CurrencyAccount account;
  private final String currency;

  AccountTables(AccountWords words, AccountStatement statement, CurrencyAccount account) {
    this.words = words;
    this.statement = statement;
    this.account = account;
    this.currency = account.opening().getCurrencyUnit().getCode();
  }

  Letter.Part movements() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            words.say("opening"),
            words.shortDate(statement.from()),
            "",
            words.amount(account.opening())));
    for (CurrencyAccount.Line line : account.lines()) {
      rows.add(
          List.of(
              words.what(line.movement()),
              words.shortDate(line.movement().on()),
              words.amount(line.movement().amount()),
              words.amount(line.balance())));
    }
    return part(
        words.say("movements", currency),
        new Letter.Table(
            List.of(
                words.say("what"), words.say("date"), words.label("amount"), words.say("balance")),
            2,
            rows,
            List.of(new Letter.Fact(words.say("closing"), words.amount(account.closing())))));
  }

  Letter.Part ageing(AccountAgeing ageing) {
    List<List<String>> rows = new ArrayList<>();
    row(rows, "not-due", ageing.notDue());
    row(rows, "up-to-30", ageing.upTo30());
    row(rows, "up-to-60", ageing.upTo60());
    row(rows, "up-to-90", ageing.upTo90());
    row(rows, "over-90", ageing.over90());
    if (!ageing.credit().isZero()) {
      row(rows, "credit-of-yours", ageing.credit());
    }
    return part(
        words.say("ageing", currency, words.date(statement.to())),
        new Letter.Table(List.of(words.say("age"), words.label("open")), 1, rows, List.of()));
  }

  private void row(List<List<String>> rows, String key, Money amount) {
    rows.add(List.of(words.say(key), words.amount(amount)));
  }

  Letter.Part open() {
    List<List<String>> rows = new ArrayList<>();
    for (OpenItem item : account.open()) {
      LocalDate due = item.due();
      rows.add(
          List.of(
              words.what(item),
              words.shortDate(item.issued()),
              due == null ? "" : words.shortDate(due),
              words.amount(item.total()),
              words.amount(item.open())));
    }
    return part(
        words.say("open", currency, words.date(statement.to())),
        new Letter.Table(
            List.of(
                words.say("what"),
                words.label("issued"),
                words.label("due"),
                words.label("total"),
                words.label("open")),
            3,
            rows,
            List.of(new Letter.Fact(words.say("closing"), words.amount(account.closing())))));
  }

  private static Letter.Part part(String heading, Letter.Table table) {
    return new Letter.Part(heading, null, table, List.of(), false);
  }
}
