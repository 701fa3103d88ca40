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
 * Reads one Ntry. Its transactions are made small as they come, since one entry may hold thousands;
 * the standard puts what they need to know of the entry before them.
 */
final class EntryReader {
  private static final int DETAILS_MAX = 200_000;
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
          "AcctSvcrRef",
          "BkTxCd",
          "AddtlNtryInf");

  private final XmlCursor cursor;
  private final AccountId own;
  private final @Nullable CurrencyUnit ofAccount;
  private final Element fields;
  private final List<Detail> details = new ArrayList<>();
  private @Nullable EntryHead head;

  /** The cursor stands on the Ntry. */
  EntryReader(XmlCursor cursor, AccountId own, @Nullable CurrencyUnit ofAccount) {
    this.cursor = cursor;
    this.own = own;
    this.ofAccount = ofAccount;
    this.fields = cursor.start();
  }

  /** The entry; null for one that is not booked. */
  @Nullable Entry read() throws IOException {
    while (cursor.nextChild()) {
      if (WANTED.contains(cursor.name())) {
        fields.adopt(cursor.element());
      } else if (cursor.name().equals("NtryDtls") && booked()) {
        details();
      } else {
        cursor.skip();
      }
    }
    return booked() ? new Entry(head(), details, fields.text("AddtlNtryInf")) : null;
  }

  private void details() throws IOException {
    while (cursor.nextChild()) {
      if (cursor.name().equals("TxDtls")) {
        Detail detail = Detail.of(cursor.element(), head(), own);
        details.add(detail);
        if (details.size() > DETAILS_MAX) {
          throw fields.refused("TOO_MANY_DETAILS", "more than " + DETAILS_MAX + " transactions");
        }
      } else {
        cursor.skip();
      }
    }
  }

  private EntryHead head() {
    EntryHead known = head != null ? head : EntryHead.of(fields, ofAccount);
    head = known;
    return known;
  }

  /** Version 08 and later put the status into a Cd. */
  private boolean booked() {
    Element status = fields.require("Sts");
    String said = status.text("Cd");
    String code = said != null ? said : String.valueOf(status.text());
    if (code.equals(BOOKED)) {
      return true;
    }
    if (NOT_BOOKED.contains(code)) {
      return false;
    }
    throw status.refused("WRONG_CODE", "'" + code + "' is not a status such as BOOK or PDNG");
  }
}
