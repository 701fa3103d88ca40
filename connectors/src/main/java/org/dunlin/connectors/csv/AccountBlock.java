package org.dunlin.connectors.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The entries of one account in one currency, and the statement that they prove. A file that a
 * person exports may end in the middle of a day, so its last day is proven only by a later export:
 * the statement ends with the day before, and the entries of the last day follow it.
 */
final class AccountBlock {
  /** Of a last day with more entries nothing is proven, so that memory is bounded. */
  private static final int MOST_HELD = 5_000;

  private final Table table;
  private final AccountId account;
  private final RecordSink sink;
  private final RunningBalance balance;
  private final Money nothing;
  private final List<Payment> held = new ArrayList<>();
  private Money heldSum;
  private int heldEntries;
  private int entries;
  private int lastLine;
  private boolean unproven;
  private @Nullable LocalDate first;
  private @Nullable LocalDate previous;
  private @Nullable LocalDate heldDay;

  /** 1 where days ascend in the file, -1 where they descend, 0 while all are one day. */
  private int direction;

  AccountBlock(Table table, AccountId account, CurrencyUnit currency, RecordSink sink) {
    this.table = table;
    this.account = account;
    this.sink = sink;
    this.balance = new RunningBalance(currency);
    this.nothing = Money.zero(currency);
    this.heldSum = nothing;
    this.unproven = table.description().balances() != Balances.COVER;
  }

  /** Takes the next entry, with the payments that it is. */
  void take(EntryRow entry, List<Payment> payments) {
    balance.take(entry.change(), entry.balance(), entry.row().line());
    entries++;
    lastLine = entry.row().line();
    LocalDate day = entry.bookingDate();
    first = first == null ? day : first;
    turn(day);
    previous = day;
    if (unproven) {
      release();
      payments.forEach(sink);
    } else if (heldDay == null || heldDay.equals(day)) {
      hold(entry, payments, day);
    } else if (direction > 0) {
      release();
      hold(entry, payments, day);
    } else {
      payments.forEach(sink);
    }
  }

  /** Days that go up and down prove nothing. */
  private void turn(LocalDate day) {
    int turn = previous == null ? 0 : Integer.signum(day.compareTo(previous));
    unproven |= turn != 0 && direction != 0 && turn != direction;
    direction = direction == 0 ? turn : direction;
  }

  private void hold(EntryRow entry, List<Payment> payments, LocalDate day) {
    heldDay = day;
    held.addAll(payments);
    heldSum = heldSum.plus(entry.change());
    heldEntries++;
    if (held.size() > MOST_HELD) {
      unproven = true;
      release();
    }
  }

  private void release() {
    held.forEach(sink);
    held.clear();
    heldSum = nothing;
    heldEntries = 0;
    heldDay = null;
  }

  /** Holds balances against entries, and hands over the statement and what is left. */
  void end() {
    Money said = labelled(Label.OPENING_BALANCE);
    Money closing = labelled(Label.CLOSING_BALANCE);
    if (table.description().balances() != Balances.IGNORE) {
      balance.check(direction);
      tie(said == null ? balance.opening() : said, said, closing);
    }
    Money opening = said != null ? said : balance.opening();
    if (opening == null && closing != null) {
      opening = closing.minus(balance.sum());
    }
    boolean balanced = balance.any() || said != null && closing != null;
    if (!unproven && balanced && opening != null) {
      prove(opening);
    }
    release();
  }

  private void tie(@Nullable Money opening, @Nullable Money said, @Nullable Money closing) {
    Money counted = balance.any() ? balance.opening() : null;
    if (said != null && counted != null && !said.equals(counted)) {
      throw untied(Label.OPENING_BALANCE, counted, said);
    }
    if (opening != null && closing != null && !opening.plus(balance.sum()).equals(closing)) {
      throw untied(Label.CLOSING_BALANCE, opening.plus(balance.sum()), closing);
    }
  }

  private Refusal untied(Label label, Money counted, Money said) {
    return new Refusal(
        "BALANCE_DOES_NOT_TIE",
        table.line(label),
        "by the entries the balance is "
            + counted.getAmount().toPlainString()
            + ", but the file says "
            + said.getAmount().toPlainString()
            + "; entries are missing or altered, so export the file again in full");
  }

  private void prove(Money opening) {
    LocalDate oldest = direction < 0 ? previous : first;
    LocalDate newest = direction < 0 ? first : previous;
    if (oldest == null || newest == null) {
      return;
    }
    LocalDate made = table.day(Label.MADE);
    LocalDate from = table.day(Label.FROM);
    LocalDate to = newest.minusDays(1);
    if (made != null && made.isAfter(newest)) {
      to = until(made.minusDays(1));
      release();
    }
    if (to.isBefore(oldest)) {
      return;
    }
    LocalDate begin = from == null || from.isAfter(oldest) ? oldest : from;
    sink.accept(
        new Statement(
            account.key() + "/csv/" + begin + "/" + to,
            account,
            nothing.getCurrencyUnit(),
            begin,
            to,
            opening,
            opening.plus(balance.sum()).minus(heldSum),
            entries - heldEntries,
            null));
  }

  /** A day that is over, and not beyond the period that was asked for. */
  private LocalDate until(LocalDate over) {
    LocalDate to = table.day(Label.TO);
    return to == null || to.isAfter(over) ? over : to;
  }

  private @Nullable Money labelled(Label label) {
    String text = table.label(label);
    if (text == null) {
      return null;
    }
    NumberStyle.Read read = table.number(text, table.line(label));
    return table.money(read, read.number(), nothing.getCurrencyUnit(), table.line(label));
  }
}
