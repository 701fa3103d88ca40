package org.dunlin.connectors.camt;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Reads one statement: its payments go to the sink as they come, the statement after them. */
final class StatementReader {
  private static final Set<String> HEAD =
      Set.of("Id", "StmtPgntn", "CreDtTm", "FrToDt", "Acct", "TxsSummry");

  private final XmlCursor cursor;
  private final Occurrences names;
  private final Consumer<CanonicalRecord> sink;
  private final Element head;
  private final @Nullable Element messagePage;
  private final Balances balances = new Balances();
  private final Period bookings = new Period();
  private final ControlTotals totals = new ControlTotals();
  private @Nullable AccountId account;
  private @Nullable EntryKeys keys;
  private @Nullable Payments payments;
  private @Nullable CurrencyUnit currency;
  private @Nullable Money sum;
  private int entries;

  /**
   * The cursor stands on the Stmt.
   *
   * @param names of the entries of the whole file, by statement
   * @param messagePage which page of several the file is (MsgPgntn), where it says so: version 02
   *     has no page in the statement
   */
  StatementReader(
      XmlCursor cursor,
      Occurrences names,
      @Nullable Element messagePage,
      Consumer<CanonicalRecord> sink) {
    this.cursor = cursor;
    this.messagePage = messagePage;
    this.names = names;
    this.sink = sink;
    this.head = cursor.start();
  }

  /** Reads to the end of the statement and says its id. */
  String read() throws IOException {
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (HEAD.contains(name)) {
        head.adopt(cursor.element());
      } else if (name.equals("Bal")) {
        balances.add(cursor.element(), !page().isEmpty());
      } else if (name.equals("Ntry")) {
        entry();
      } else {
        cursor.skip();
      }
    }
    Statement statement = statement();
    sink.accept(statement);
    return statement.id();
  }

  private void entry() throws IOException {
    AccountId own = account();
    if (payments == null || keys == null) {
      keys = new EntryKeys(names, own.key() + "/" + head.text("Id"));
      payments = new Payments(own, sink);
    }
    EntryReader reader = new EntryReader(cursor, own, currencySaid(), keys, payments);
    EntryHead booked = reader.read();
    if (booked == null) {
      totals.countNotBooked();
      return;
    }
    entries++;
    bookings.cover(booked.bookingDate());
    totals.count(booked, reader.transactions());
    currency = booked.amount().getCurrencyUnit();
    sum = sum == null ? booked.signed() : sum.plus(booked.signed());
  }

  private Statement statement() {
    String id = account().key() + "/" + head.requireText("Id") + page();
    CurrencyUnit ofAccount = currencySaid();
    if (ofAccount == null) {
      throw head.missing("Acct/Ccy");
    }
    balances.tieOut(ofAccount, sum == null ? Money.zero(ofAccount) : sum);
    Element summary = head.child("TxsSummry");
    if (summary != null && !balances.areComplete() && page().isEmpty()) {
      totals.check(summary);
    }
    Period period = Period.of(head, bookings, balances);
    return new Statement(
        id,
        account(),
        ofAccount,
        period.from(),
        period.to(),
        balances.opening(ofAccount),
        balances.closing(ofAccount),
        entries,
        null);
  }

  /** A statement in several pages has one id; each page counts as a statement of its own. */
  private String page() {
    Element own = head.child("StmtPgntn");
    Element page = own != null ? own : messagePage;
    String number = page == null ? null : page.text("PgNb");
    boolean only = page == null || ("1".equals(number) && !"false".equals(page.text("LastPgInd")));
    return number == null || only ? "" : "/" + number;
  }

  private AccountId account() {
    AccountId known = account != null ? account : Accounts.of(head.require("Acct"));
    if (known == null) {
      throw head.missing("Acct/Id/IBAN");
    }
    account = known;
    return known;
  }

  /** The account's currency, else that of a balance, else that of the first booking. */
  private @Nullable CurrencyUnit currencySaid() {
    if (currency == null) {
      Element said = head.filled("Acct", "Ccy");
      currency = said != null ? Values.currency(said) : balances.currency();
    }
    return currency;
  }
}
