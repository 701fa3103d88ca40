package org.dunlin.connectors.camt;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.bank.Occurrences;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.BankReferences;
import org.jspecify.annotations.Nullable;

/**
 * Reads one interim report (Rpt) or notification (Ntfctn): each booked entry is said to be advised,
 * and its payments follow. Balances are not looked at, since they are not final.
 */
final class AdviceReader {
  private static final Set<String> HEAD = Set.of("Id", "Acct", "TxsSummry");
  private static final Set<String> PAGE = Set.of("RptPgntn", "NtfctnPgntn");

  private final XmlCursor cursor;
  private final AdvisedEntry.Kind kind;
  private final Occurrences names;
  private final @Nullable String message;
  private final RecordSink sink;
  private final Element head;
  private final ControlTotals totals = new ControlTotals();
  private @Nullable AccountId account;
  private @Nullable EntryKeys keys;
  private @Nullable Payments payments;
  private boolean paged;

  /**
   * The cursor stands on the Rpt or Ntfctn.
   *
   * @param names of the entries of the whole file
   * @param message the id of the message, where it has one
   */
  AdviceReader(
      XmlCursor cursor,
      AdvisedEntry.Kind kind,
      Occurrences names,
      @Nullable String message,
      RecordSink sink) {
    this.cursor = cursor;
    this.kind = kind;
    this.names = names;
    this.message = message;
    this.sink = sink;
    this.head = cursor.start();
  }

  void read() throws IOException {
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (HEAD.contains(name)) {
        head.adopt(cursor.element());
      } else if (name.equals("Ntry")) {
        entry();
      } else {
        paged |= PAGE.contains(name);
        cursor.skip();
      }
    }
    account();
    Element summary = head.child("TxsSummry");
    if (summary != null && !paged) {
      totals.check(summary);
    }
  }

  private void entry() throws IOException {
    AccountId own = account();
    if (payments == null || keys == null) {
      keys = new EntryKeys(names, kind + " " + own.key() + "/" + head.text("Id"));
      payments = new Payments(own, sink, this::advise);
    }
    Element said = head.filled("Acct", "Ccy");
    EntryReader reader =
        new EntryReader(cursor, own, said == null ? null : Values.currency(said), keys, payments);
    EntryHead booked = reader.read();
    if (booked == null) {
      totals.countNotBooked();
    } else {
      totals.count(booked, reader.transactions());
    }
  }

  private void advise(Entry entry, String key) {
    EntryHead booked = entry.head();
    sink.advised(
        new AdvisedEntry(
            kind,
            key,
            account(),
            booked.signed(),
            booked.bookingDate(),
            references(entry),
            message));
  }

  private static BankReferences references(Entry entry) {
    List<Detail> details = entry.details();
    BankReferences batch =
        (details.isEmpty() ? entry.further() : details.getFirst().further()).references();
    return new BankReferences(
        batch.messageId(),
        batch.batchId(),
        null,
        null,
        null,
        null,
        null,
        null,
        EntryKeys.reference(entry),
        entry.head().entryReference(),
        null);
  }

  private AccountId account() {
    AccountId known = account != null ? account : Accounts.ofOwner(head.require("Acct"));
    if (known == null) {
      throw head.missing("Acct/Id/IBAN");
    }
    account = known;
    return known;
  }
}
