package org.dunlin.work.account;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.dunlin.connectors.table.Cell;
import org.dunlin.connectors.table.TableWriter;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.account.CurrencyAccount;
import org.dunlin.core.account.OpenItem;
import org.dunlin.core.claim.Line;
import org.dunlin.core.message.AccountWords;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A statement as tables: the movements with their balances, and what is open. */
final class AccountSheets {
  private final AccountStatement statement;
  private final AccountWords words;
  private final TableWriter to;

  AccountSheets(AccountStatement statement, TableWriter to) {
    this.statement = statement;
    this.words = new AccountWords(statement);
    this.to = to;
  }

  void write() throws IOException {
    to.begin(
        words.say("sheet"),
        List.of(
            words.say("currency"),
            words.say("date"),
            words.say("kind"),
            words.say("what"),
            words.say("numbers"),
            words.say("due"),
            words.say("amount"),
            words.say("balance")));
    for (CurrencyAccount account : statement.accounts()) {
      String currency = account.opening().getCurrencyUnit().getCode();
      row(
          currency,
          statement.from(),
          "OPENING",
          words.say("opening"),
          "",
          null,
          null,
          account.opening());
      for (CurrencyAccount.Line line : account.lines()) {
        row(
            currency,
            line.movement().on(),
            line.movement().kind().name(),
            words.what(line.movement()),
            String.join(" ", line.movement().numbers()),
            line.movement().due(),
            line.movement().amount(),
            line.balance());
      }
      row(
          currency,
          statement.to(),
          "CLOSING",
          words.say("closing"),
          "",
          null,
          null,
          account.closing());
    }
    for (Line line : statement.claims()) {
      Money amount = line.claim().amount();
      row(
          amount.getCurrencyUnit().getCode(),
          line.owedFrom(),
          line.claim().kind().name(),
          words.say("claims"),
          "",
          null,
          amount,
          null);
    }
    open();
  }

  private void open() throws IOException {
    to.begin(
        words.say("sheet-open"),
        List.of(
            words.say("currency"),
            words.say("kind"),
            words.say("what"),
            words.say("issued"),
            words.say("due"),
            words.say("total"),
            words.say("amount-open")));
    for (CurrencyAccount account : statement.accounts()) {
      for (OpenItem item : account.open()) {
        row(
            account.opening().getCurrencyUnit().getCode(),
            item.kind().name(),
            words.what(item),
            item.issued(),
            item.due(),
            item.total(),
            item.open());
      }
    }
  }

  private void row(@Nullable Object... values) throws IOException {
    to.row(Arrays.stream(values).map(Cell::of).toList());
  }
}
