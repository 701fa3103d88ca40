package org.dunlin.connectors.cfonb120;

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
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one statement: its payments go to the sink as they come, the statement after them. */
final class StatementReader {
  private final FixedLine begin;
  private final AccountId account;
  private final @Nullable LocalDate old;
  private final StatementSum sum;
  private final EntryNames names;
  private final Consumer<CanonicalRecord> sink;
  private @Nullable Operation pending;

  /**
   * A statement.
   *
   * @param begin its old balance (01)
   * @param occurrences of the names of the whole file
   */
  StatementReader(FixedLine begin, Occurrences occurrences, Consumer<CanonicalRecord> sink) {
    this.begin = begin;
    this.sink = sink;
    account = OwnAccount.of(begin);
    CurrencyUnit currency = TextValues.currency(begin.raw(17, 19), begin.number());
    sum = new StatementSum(currency);
    sum.open(Amounts.signed(begin, currency));
    old = begin.ddmmyy(35);
    names = new EntryNames(occurrences, account.key() + "/" + begin.number());
  }

  /** Takes a movement (04). */
  void entry(FixedLine line) {
    flush();
    sameAccount(line);
    Operation operation = new Operation(line, sum.currency());
    sum.add(operation.signed(), operation.bookingDate());
    pending = operation;
  }

  /** Takes a complement (05) of the movement before it. */
  void complement(FixedLine line) {
    Operation operation = pending;
    if (operation == null) {
      throw new Refusal(
          "MISSING_RECORD",
          line.number(),
          "the complement (05) comes before any movement (04); ask the bank for the complete file");
    }
    sameAccount(line);
    operation.add(line);
  }

  /** Takes the new balance (07) and says the statement's id. */
  String end(FixedLine line) {
    flush();
    sameAccount(line);
    Money closing = Amounts.signed(line, currency(line));
    LocalDate on = line.ddmmyy(35);
    if (on == null) {
      throw new Refusal(
          "WRONG_DATE",
          line.number(),
          "the new balance has no date; ask the bank for a correct file");
    }
    if (old != null && old.isBefore(on)) {
      sum.cover(old.plusDays(1)); // the old balance is that of the end of its day
    }
    sum.close(closing, on);
    String id = account.key() + "/" + on;
    sink.accept(sum.end(id, account, line.number()));
    return id;
  }

  private void flush() {
    Operation operation = pending;
    if (operation != null && !operation.signed().isZero()) {
      sink.accept(operation.payment(names, account));
    }
    pending = null;
  }

  private CurrencyUnit currency(FixedLine line) {
    CurrencyUnit currency = TextValues.currency(line.raw(17, 19), line.number());
    if (!currency.equals(sum.currency())) {
      throw new Refusal(
          "CURRENCY_MISMATCH",
          line.number(),
          "the new balance is in "
              + currency
              + " but the old one in "
              + sum.currency()
              + "; ask the bank for a correct file");
    }
    return currency;
  }

  /** Codes of banks change when banks merge, also within a statement; the number does not. */
  private void sameAccount(FixedLine line) {
    if (!line.raw(22, 32).equals(begin.raw(22, 32))) {
      throw new Refusal(
          "ACCOUNT_MISMATCH",
          line.number(),
          "the record is of account "
              + line.raw(22, 32).strip()
              + " in the statement of account "
              + begin.raw(22, 32).strip()
              + ", so that records are missing; ask the bank for the complete file");
    }
  }
}
