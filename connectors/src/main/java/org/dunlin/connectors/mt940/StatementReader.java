package org.dunlin.connectors.mt940;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.bank.StatementSum;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.Payment;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Reads one message: its payments go to the sink as they come, the statement after them. */
final class StatementReader {
  private final Occurrences occurrences;
  private final Pages pages;
  private final RecordSink sink;
  private final int begin;
  private final String reference;
  private final List<String> information = new ArrayList<>();
  private final Interim interim = new Interim();
  private @Nullable AccountId account;
  private @Nullable String number;
  private @Nullable Balance opening;
  private @Nullable Balance closing;
  private @Nullable StatementSum sum;
  private @Nullable String statement;
  private @Nullable EntryNames names;
  private @Nullable StatementLine pending;
  private boolean further;
  private int closedOn;

  /**
   * A message.
   *
   * @param occurrences of the names of the whole file
   * @param pages of statements that the file has had
   * @param begin its first field (20)
   */
  StatementReader(Occurrences occurrences, Pages pages, Field begin, RecordSink sink) {
    this.occurrences = occurrences;
    this.pages = pages;
    this.begin = begin.line();
    this.reference = begin.first();
    this.sink = sink;
  }

  void take(Field field) {
    switch (field.tag()) {
      case "25", "25P" -> {
        if (account != null) {
          throw field.again();
        }
        account = OwnAccount.of(field);
      }
      case "28", "28C" -> number = field.first();
      case "60F", "60M" -> open(field);
      case "61" -> entry(field);
      case "86" -> inform(field.lines());
      case "NS" -> inform(NonSwift.layout(field.lines()));
      case "62F", "62M" -> close(field);
      case "34F", "13", "13D", "90C", "90D" -> interim.take(field);
      default -> {
        // what is available (64, 65) or related (21) is not read
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
      endInterim();
      return;
    }
    StatementSum total = sum != null ? sum : new StatementSum(last.amount().getCurrencyUnit());
    AccountId own = account();
    total.close(last.amount(), last.on());
    String id = own.key() + "/" + last.on() + (number == null ? "" : "/" + number);
    sink.accept(total.end(id, own, closedOn));
    pages.end(own, last, statement());
  }

  private void endInterim() {
    CurrencyUnit currency = interim.currency();
    if (!interim.any() || opening != null || currency == null) {
      throw new Refusal(
          "MISSING_FIELD",
          begin,
          "the statement that begins here has no closing balance (:62F:), so the file is cut off;"
              + " ask the bank for the complete file");
    }
    interim.check();
    account();
    sink.advised(null);
  }

  private void inform(List<String> lines) {
    if (pending != null) {
      information.addAll(lines);
    }
  }

  private void open(Field field) {
    if (opening != null) {
      throw field.again();
    }
    Balance balance = Balance.of(field, null);
    opening = balance;
    further = field.tag().equals("60M");
    sum = new StatementSum(balance.amount().getCurrencyUnit());
    sum.open(balance.amount());
    sum.cover(balance.on());
  }

  private void close(Field field) {
    flush();
    if (closing != null) {
      throw field.again();
    }
    StatementSum begun = sum;
    Balance balance = Balance.of(field, begun == null ? null : begun.currency());
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
    CurrencyUnit listed = interim.currency();
    if (begun == null && listed != null) {
      begun = new StatementSum(listed);
      sum = begun;
    }
    if (begun == null || closing != null) {
      throw new Refusal(
          closing == null ? "MISSING_FIELD" : "WRONG_ORDER",
          field.line(),
          closing == null
              ? "an entry comes before the opening balance (:60F:); ask the bank for a correct"
                  + " statement"
              : "an entry comes behind the closing balance (:62F:); ask the bank for a correct"
                  + " statement");
    }
    StatementLine line = StatementLine.of(field, begun.currency());
    if (line.expected()) {
      interim.expect();
    } else {
      pending = line;
    }
  }

  private void flush() {
    StatementLine line = pending;
    StatementSum begun = sum;
    if (line == null || begun == null) {
      return;
    }
    pending = null;
    begun.add(line.signed(), line.bookingDate());
    if (opening == null) {
      interim.list(line);
    }
    if (!line.amount().isZero()) {
      Payment payment = new Booking(line, Information.of(information)).payment(names(), account());
      if (opening == null) {
        sink.advised(advised(line, payment));
      }
      sink.accept(payment);
    }
    information.clear();
  }

  /** An entry of an interim report, which stands on a statement later. */
  private AdvisedEntry advised(StatementLine line, Payment payment) {
    return new AdvisedEntry(
        AdvisedEntry.Kind.REPORT,
        payment.id(),
        account(),
        line.signed(),
        line.bookingDate(),
        payment.details().references(),
        reference.isEmpty() ? null : reference);
  }

  private EntryNames names() {
    EntryNames known = names;
    if (known == null) {
      known = new EntryNames(occurrences, statement());
      names = known;
    }
    return known;
  }

  private String statement() {
    String known = statement;
    if (known == null) {
      known = pages.statement(account(), opening, further, begin);
      statement = known;
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
