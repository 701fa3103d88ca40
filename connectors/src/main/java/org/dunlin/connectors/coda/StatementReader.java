package org.dunlin.connectors.coda;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.bank.StatementSum;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.connectors.text.TextValues;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one statement: its payments go to the sink as they come, the statement after them. */
final class StatementReader {
  private final FixedLine header;
  private final FixedLine begin;
  private final AccountId account;
  private final Money opening;
  private final StatementSum sum;
  private final ControlTotals totals;
  private final Payments payments;
  private final Consumer<CanonicalRecord> sink;
  private @Nullable Entry entry;
  private @Nullable FixedLine end;

  /**
   * A statement.
   *
   * @param begin its old balance (record 1)
   * @param occurrences of the names of the whole file
   */
  StatementReader(
      FixedLine header, FixedLine begin, Occurrences occurrences, Consumer<CanonicalRecord> sink) {
    this.header = header;
    this.begin = begin;
    this.sink = sink;
    account = Accounts.own(begin);
    int position = Accounts.currencyPosition(begin);
    CurrencyUnit currency = TextValues.currency(begin.raw(position, position + 2), begin.number());
    opening = Amounts.signed(begin, 43, currency);
    sum = new StatementSum(currency);
    sum.open(opening);
    totals = new ControlTotals(currency);
    totals.count();
    EntryNames names = new EntryNames(occurrences, account.key() + "/" + begin.number());
    payments = new Payments(account, names, sink);
  }

  /** Takes a record 2.1 to 3.3 or 8. */
  void take(FixedLine line) {
    if (end != null) {
      throw misplaced(line, "after the new balance (record 8)");
    }
    totals.count();
    switch (line.raw(1, 2)) {
      case "21" -> movement(new Movement(line, sum.currency()));
      case "22", "23" -> last(line).continued(line);
      case "31", "32", "33" -> last(line).informed(line);
      default -> {
        if (line.at(1) != '8') {
          throw misplaced(line, "of an unknown kind, " + line.raw(1, 2) + ",");
        }
        flush();
        end = line;
      }
    }
  }

  /**
   * Ends the statement and says its id.
   *
   * @param trailer the record 9
   */
  String end(FixedLine trailer) {
    FixedLine closed = end;
    if (closed == null) {
      throw new Refusal(
          "MISSING_RECORD",
          trailer.number(),
          "the statement has no new balance (record 8), so the file is cut off; ask the bank for"
              + " the complete file");
    }
    Money closing = Amounts.signed(closed, 42, sum.currency());
    LocalDate on = closed.ddmmyy(58);
    if (on == null) {
      throw new Refusal(
          "WRONG_DATE",
          closed.number(),
          "the new balance has no date; ask the bank for a correct file");
    }
    refuseSeparate(closing);
    cover(on);
    sum.close(closing, on);
    String id = account.key() + "/" + on + "/" + begin.raw(126, 128).strip();
    Statement statement = sum.end(id, account, closed.number());
    totals.check(trailer);
    sink.accept(statement);
    return id;
  }

  /** The old balance is that of the end of its day, so that the days after it are covered. */
  private void cover(LocalDate closedOn) {
    LocalDate old = begin.ddmmyy(59);
    if (old != null && old.isBefore(closedOn)) {
      sum.cover(old.plusDays(1));
    }
  }

  /**
   * Details of amounts that stand totalled in the account's statement may come as a file of their
   * own, whose balances do not move: to count them would count the money twice (chapter 5.1).
   */
  private void refuseSeparate(Money closing) {
    String application = header.field(84, 88);
    boolean separate = application != null && !application.matches("0+");
    if (separate && (opening.isZero() || opening.equals(closing))) {
      throw new Refusal(
          "SEPARATE_APPLICATION",
          header.number(),
          "the file holds only details (separate application "
              + application
              + ") of amounts that stand totalled in the account's statement; have the bank put the"
              + " details into the statement");
    }
  }

  private void movement(Movement movement) {
    Entry open = entry;
    if (!movement.isDetail()) {
      flush();
      Money signed = movement.signed();
      sum.add(signed, movement.bookingDate());
      totals.add(signed);
      entry = new Entry(movement, payments);
    } else if (open == null || !open.holds(movement)) {
      throw misplaced(movement.line(), "a detail (number " + movement.detail() + ") of no entry");
    } else {
      open.add(movement);
    }
  }

  private Movement last(FixedLine line) {
    Entry open = entry;
    Movement last = open == null ? null : open.last();
    if (last == null || !last.isOf(line)) {
      throw misplaced(line, "of no movement (record 2.1) before it");
    }
    return last;
  }

  private void flush() {
    Entry open = entry;
    if (open != null) {
      open.end();
    }
    entry = null;
  }

  private static Refusal misplaced(FixedLine line, String how) {
    return new Refusal(
        "RECORD_OUT_OF_PLACE",
        line.number(),
        "the record is "
            + how
            + " so that records are missing; ask the bank for the complete file");
  }
}
