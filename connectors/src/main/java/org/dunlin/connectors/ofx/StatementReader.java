package org.dunlin.connectors.ofx;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one STMTRS or CCSTMTRS: its payments go to the sink as they come, the statement after. */
final class StatementReader {
  static final String LIST = "BANKTRANLIST";
  private static final Set<String> HEAD =
      Set.of("CURDEF", "BANKACCTFROM", "CCACCTFROM", "LEDGERBAL");

  private final XmlCursor cursor;
  private final @Nullable LocalDate made;
  private final Occurrences occurrences;
  private final Consumer<CanonicalRecord> sink;
  private final Element head;
  private final Cover cover = new Cover();
  private @Nullable AccountId account;
  private @Nullable CurrencyUnit currency;
  private @Nullable EntryNames names;
  private boolean listed;
  private int entries;

  /**
   * The cursor stands on the statement.
   *
   * @param made when the file was made, where it says so
   * @param occurrences of the names of the whole file
   */
  StatementReader(
      XmlCursor cursor,
      @Nullable LocalDate made,
      Occurrences occurrences,
      Consumer<CanonicalRecord> sink) {
    this.cursor = cursor;
    this.made = made;
    this.occurrences = occurrences;
    this.sink = sink;
    head = cursor.start();
  }

  /**
   * Reads to the end of the statement and says its id; null where it lists no transactions, so that
   * nothing is known of any day.
   */
  @Nullable String read() throws IOException {
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (HEAD.contains(name)) {
        head.adopt(cursor.element());
      } else if (name.equals(LIST)) {
        listed = true;
        list();
      } else {
        cursor.skip();
      }
    }
    if (!listed) {
      return null;
    }
    Statement statement = statement();
    sink.accept(statement);
    return statement.id();
  }

  private void list() throws IOException {
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "DTSTART" -> cover.begin(cursor.element());
        case "DTEND" -> cover.end(cursor.element());
        case "STMTTRN" -> transaction(new Transaction(cursor.element(), currency()));
        case String other -> cursor.skip();
      }
    }
  }

  private void transaction(Transaction transaction) {
    EntryNames known = names;
    if (known == null) {
      known = new EntryNames(occurrences, account().key() + "/" + head.line());
      names = known;
    }
    entries++;
    cover.entry(transaction.bookingDate());
    Payment payment = transaction.payment(known, account());
    if (!payment.amount().isZero()) {
      sink.accept(payment);
    }
  }

  private Statement statement() {
    Element balance = head.find("LEDGERBAL");
    Element asOf = balance == null ? null : balance.filled("DTASOF");
    LocalDate balanceOn = asOf == null ? null : Values.day(asOf);
    cover.settle(head, made != null ? made : balanceOn, balanceOn);
    Element amount = balance == null ? null : balance.filled("BALAMT");
    boolean closes = amount != null && balanceOn != null && cover.endsOn(balanceOn);
    Money closing = closes && amount != null ? Values.money(amount, currency()) : null;
    return new Statement(
        account().key() + "/" + cover.listedFrom() + "/" + cover.listedTo(),
        account(),
        currency(),
        cover.from(),
        cover.to(),
        null,
        closing,
        entries,
        null);
  }

  private CurrencyUnit currency() {
    CurrencyUnit known = currency;
    if (known == null) {
      head.requireText("CURDEF");
      known = org.dunlin.connectors.xml.Values.currency(head.require("CURDEF"));
      currency = known;
    }
    return known;
  }

  private AccountId account() {
    AccountId known = account;
    if (known == null) {
      Element own = head.find("BANKACCTFROM");
      known = Accounts.of(own != null ? own : head.find("CCACCTFROM"));
      if (known == null) {
        throw head.missing(own != null ? "BANKACCTFROM/ACCTID" : "CCACCTFROM/ACCTID");
      }
      account = known;
    }
    return known;
  }
}
