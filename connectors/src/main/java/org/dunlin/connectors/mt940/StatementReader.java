package org.dunlin.connectors.mt940;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.bank.StatementSum;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads one message: its payments go to the sink as they come, the statement after them. */
final class StatementReader {
  private final Occurrences occurrences;
  private final Consumer<CanonicalRecord> sink;
  private final int begin;
  private final List<String> information = new ArrayList<>();
  private @Nullable AccountId account;
  private @Nullable String number;
  private @Nullable Balance opening;
  private @Nullable Balance closing;
  private @Nullable StatementSum sum;
  private @Nullable EntryNames names;
  private @Nullable StatementLine pending;
  private boolean interim;
  private int closedOn;

  /**
   * A message.
   *
   * @param occurrences of the names of the whole file
   * @param begin the line on which it begins
   */
  StatementReader(Occurrences occurrences, int begin, Consumer<CanonicalRecord> sink) {
    this.occurrences = occurrences;
    this.begin = begin;
    this.sink = sink;
  }

  void take(Field field) {
    switch (field.tag()) {
      case "25", "25P" -> account = OwnAccount.of(field);
      case "28", "28C" -> number = field.first();
      case "60F", "60M" -> open(Balance.of(field));
      case "61" -> entry(field);
      case "86" -> {
        if (pending != null) {
          information.addAll(field.lines());
        }
      }
      case "62F", "62M" -> close(field);
      case "34F", "13", "13D", "90C", "90D" -> interim = true;
      default -> {
        // what is available (64, 65), related (21) or of the bank itself (NS) is not read
      }
    }
  }

  /** Whether the message has its closing balance. */
  boolean isClosed() {
    return closing != null;
  }

  /** Ends the message. */
  void end() {
    flush();
    Balance last = closing;
    if (last == null) {
      throw incomplete();
    }
    StatementSum total = sum != null ? sum : new StatementSum(last.amount().getCurrencyUnit());
    AccountId own = account();
    total.close(last.amount(), last.on());
    String id = own.key() + "/" + last.on() + (number == null ? "" : "/" + number);
    sink.accept(total.end(id, own, closedOn));
  }

  private Refusal incomplete() {
    return interim && opening == null
        ? new Refusal(
            "INTERIM_REPORT",
            begin,
            "this is an MT942 report of what is not final yet; have the bank send MT940 statements")
        : new Refusal(
            "MISSING_FIELD",
            begin,
            "the statement that begins here has no closing balance (:62F:), so the file is cut off;"
                + " ask the bank for the complete file");
  }

  private void open(Balance balance) {
    opening = balance;
    sum = new StatementSum(balance.amount().getCurrencyUnit());
    sum.open(balance.amount());
    sum.cover(balance.on());
  }

  private void close(Field field) {
    flush();
    Balance balance = Balance.of(field);
    StatementSum begun = sum;
    CurrencyUnit currency = balance.amount().getCurrencyUnit();
    if (begun != null && !begun.currency().equals(currency)) {
      throw new Refusal(
          "CURRENCY_MISMATCH",
          field.line(),
          "the closing balance is in "
              + currency
              + " but the opening one in "
              + begun.currency()
              + "; ask the bank for a correct statement");
    }
    closing = balance;
    closedOn = field.line();
  }

  private void entry(Field field) {
    flush();
    StatementSum begun = sum;
    if (begun == null) {
      throw interim
          ? incomplete()
          : new Refusal(
              "MISSING_FIELD",
              field.line(),
              "an entry comes before the opening balance (:60F:); ask the bank for a correct"
                  + " statement");
    }
    pending = StatementLine.of(field, begun.currency());
  }

  private void flush() {
    StatementLine line = pending;
    StatementSum begun = sum;
    if (line == null || begun == null) {
      return;
    }
    pending = null;
    begun.add(line.signed(), line.bookingDate());
    if (!line.amount().isZero()) {
      sink.accept(new Booking(line, Information.of(information)).payment(names(), account()));
    }
    information.clear();
  }

  private EntryNames names() {
    EntryNames known = names;
    if (known == null) {
      known = new EntryNames(occurrences, account().key() + "/" + opening + "/" + begin);
      names = known;
    }
    return known;
  }

  private AccountId account() {
    AccountId known = account;
    if (known == null) {
      throw new Refusal(
          "MISSING_ACCOUNT",
          begin,
          "the statement that begins here names no account (:25:); ask the bank for a correct"
              + " statement");
    }
    return known;
  }
}
