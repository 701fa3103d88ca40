package org.dunlin.connectors.camt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads one Ntry. Its transactions are made small as they come, since one entry may hold millions;
 * the standard puts what they need to know of the entry before them. The first thousands are held,
 * to see whether they add up to the entry; what comes after these is taken one by one.
 */
final class EntryReader {
  private static final int DETAILS_HELD = 5_000;

  /** Of the file, for transactions that are each enormous. */
  private static final long CHARACTERS_HELD = 32_000_000;

  private static final String BOOKED = "BOOK";

  /** Statuses (ISO 20022 ExternalEntryStatus1Code) of entries that are not, or not yet, booked. */
  private static final Set<String> NOT_BOOKED = Set.of("PDNG", "INFO", "FUTR");

  private static final Set<String> WANTED =
      Set.of(
          "Amt",
          "CdtDbtInd",
          "RvslInd",
          "Sts",
          "BookgDt",
          "ValDt",
          "NtryRef",
          "AcctSvcrRef",
          "AddtlInfInd",
          "BkTxCd",
          "AmtDtls",
          "Chrgs",
          "AddtlNtryInf");

  /** What later versions have in an NtryDtls. */
  private static final Set<String> VERSION_01 = Set.of("Btch", "TxDtls");

  private final XmlCursor cursor;
  private final AccountId own;
  private final @Nullable CurrencyUnit ofAccount;
  private final EntryKeys keys;
  private final Payments payments;
  private final Element fields;
  private final long begin;
  private final List<Detail> held = new ArrayList<>(1);
  private boolean cut;
  private int transactions;
  private @Nullable Element batch;
  private @Nullable EntryHead head;
  private @Nullable LargeBatch large;

  /** The cursor stands on the Ntry. */
  EntryReader(
      XmlCursor cursor,
      AccountId own,
      @Nullable CurrencyUnit ofAccount,
      EntryKeys keys,
      Payments payments) {
    this.cursor = cursor;
    this.own = own;
    this.ofAccount = ofAccount;
    this.keys = keys;
    this.payments = payments;
    this.fields = cursor.start();
    this.begin = cursor.offset();
  }

  /** Hands over the entry's payments and says its head; null for one that is not booked. */
  @Nullable EntryHead read() throws IOException {
    while (cursor.nextChild()) {
      if (WANTED.contains(cursor.name())) {
        fields.adopt(cursor.element());
      } else if (cursor.name().equals("NtryDtls") && booked()) {
        batch = null;
        details();
      } else if (VERSION_01.contains(cursor.name()) && booked()) {
        part();
      } else {
        cursor.skip();
      }
    }
    if (!booked()) {
      return null;
    }
    if (large != null) {
      large.end(fields);
    } else {
      Entry entry = entry();
      payments.of(entry, keys.key(entry, own));
    }
    return head();
  }

  /** How many transactions the entry is made of. */
  int transactions() {
    return transactions;
  }

  private void details() throws IOException {
    while (cursor.nextChild()) {
      part();
    }
  }

  /** A part of an NtryDtls; in version 01 it stands in the entry itself. */
  private void part() throws IOException {
    if (cursor.name().equals("TxDtls")) {
      transactions++;
      detail();
    } else if (cursor.name().equals("Btch")) {
      batch = cursor.element();
    } else {
      cursor.skip();
    }
  }

  private void detail() throws IOException {
    if (large == null && !cut && full()) {
      cut = true;
      large = Payments.isComplete(held) ? largeBatch() : null;
    }
    if (large != null) {
      large.add(Detail.of(cursor.element(), head(), own, batch));
    } else if (cut) {
      cursor.skip();
    } else {
      held.add(Detail.of(cursor.element(), head(), own, batch));
    }
  }

  private boolean full() {
    return held.size() == DETAILS_HELD
        || (!held.isEmpty() && cursor.offset() - begin > CHARACTERS_HELD);
  }

  private LargeBatch largeBatch() {
    Entry entry = entry();
    return new LargeBatch(entry, keys.key(entry, own), payments);
  }

  private Entry entry() {
    Element ofAll = held.isEmpty() ? batch : null;
    return new Entry(
        head(),
        held,
        cut,
        fields.text("AddtlNtryInf"),
        Further.of(fields, null, ofAll, head().amount()));
  }

  private EntryHead head() {
    EntryHead known = head != null ? head : EntryHead.of(fields, ofAccount);
    head = known;
    return known;
  }

  /** Version 08 and later put the status into a Cd, or one of the bank's own into a Prtry. */
  private boolean booked() {
    Element status = fields.require("Sts");
    String choice = Accounts.codeOrOwn(status);
    String code = choice != null ? choice : String.valueOf(status.text());
    if (code.equals(BOOKED)) {
      return true;
    }
    if (NOT_BOOKED.contains(code)) {
      return false;
    }
    throw status.refused("WRONG_CODE", "'" + code + "' is not a status such as BOOK or PDNG");
  }
}
