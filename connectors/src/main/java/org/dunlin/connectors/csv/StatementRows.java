package org.dunlin.connectors.csv;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.Payment;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads the entries of a bank's file: payments go to the sink, statements after theirs. */
final class StatementRows {
  private static final int MOST_ACCOUNTS = 10_000;
  private static final int TEXT_CHARACTERS = Rows.FIELD_CHARACTERS;

  private final Table table;
  private final RecordSink sink;
  private final EntryPayments payments;
  private final Set<String> seen = new HashSet<>();
  private final Map<String, AccountBlock> blocks = new LinkedHashMap<>();
  private @Nullable String current;
  private @Nullable EntryRow pending;
  private @Nullable String more;

  StatementRows(Table table, RecordSink sink) {
    this.table = table;
    this.sink = sink;
    this.payments = new EntryPayments(table, sink.scratch());
  }

  void read() throws IOException {
    for (Row row = table.next(); row != null; row = table.next()) {
      if (table.description().undated() == Undated.CONTINUES && table.undated(row)) {
        goOn(row);
      } else {
        flush();
        pending = EntryRow.of(table, row);
      }
    }
    flush();
    List.copyOf(blocks.keySet()).forEach(this::end);
  }

  private void goOn(Row row) {
    String text = table.text(row, Target.REMITTANCE);
    if (pending == null || text == null) {
      return;
    }
    more = more == null ? text : more + " " + text;
    if (more.length() > TEXT_CHARACTERS) {
      throw new Refusal(
          "TOO_LONG",
          row.line(),
          "the text of one entry goes on over more rows than any has, so the dates are missing;"
              + " export the file again");
    }
  }

  private void flush() {
    EntryRow entry = pending;
    if (entry == null) {
      return;
    }
    pending = null;
    of(entry).take(entry, made(entry));
    more = null;
  }

  /** An entry of no amount moves no money. */
  private List<Payment> made(EntryRow entry) {
    if (entry.gained().isZero()) {
      return List.of();
    }
    Payment payment = payments.payment(entry, more);
    Money fee = entry.fee();
    return fee == null ? List.of(payment) : List.of(payment, payments.fee(entry, payment, fee));
  }

  private AccountBlock of(EntryRow entry) {
    String key = entry.account().key() + "\n" + entry.gained().getCurrencyUnit();
    if (current != null && !key.equals(current) && covers()) {
      end(current); // so that what a statement says hangs on no other account of the file
    }
    current = key;
    AccountBlock open = blocks.get(key);
    if (open != null) {
      return open;
    }
    if (!seen.add(key)) {
      throw new Refusal(
          "ENTRIES_NOT_TOGETHER",
          entry.row().line(),
          "entries of account "
              + entry.account().key()
              + " come again after those of another; export each account alone");
    }
    if (seen.size() > MOST_ACCOUNTS) {
      throw new Refusal(
          "TOO_MANY_ACCOUNTS",
          entry.row().line(),
          "the file names more than "
              + MOST_ACCOUNTS
              + " accounts, so the column is another one; correct the description "
              + table.description().name());
    }
    AccountBlock begun =
        new AccountBlock(table, entry.account(), entry.gained().getCurrencyUnit(), sink);
    blocks.put(key, begun);
    return begun;
  }

  private boolean covers() {
    return table.description().balances() == Balances.COVER;
  }

  private void end(String key) {
    AccountBlock open = blocks.remove(key);
    if (open != null) {
      open.end();
    }
  }
}
