package org.dunlin.connectors.camt;

import java.time.LocalDate;
import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What stands in an Ntry itself.
 *
 * @param bookingDate BookgDt; where a bank leaves it out, the value date, on which the money counts
 * @param reversal whether the bank undoes an earlier entry (RvslInd)
 * @param reference the bank's own reference (AcctSvcrRef), where it gives a real one
 * @param entryReference NtryRef, which need not be unique
 * @param detailMessageId the message that tells what the entry is made of (AddtlInfInd)
 */
record EntryHead(
    Money amount,
    Direction direction,
    boolean reversal,
    LocalDate bookingDate,
    @Nullable LocalDate valueDate,
    @Nullable String reference,
    @Nullable String entryReference,
    @Nullable String detailMessageId,
    TransactionCode code) {
  /** What banks write in place of a reference that they do not have. */
  private static final Set<String> NO_REFERENCE = Set.of("NOTPROVIDED", "NONREF", "NOREF", "0");

  private static final Set<String> YES = Set.of("true", "1");

  static EntryHead of(Element entry, @Nullable CurrencyUnit ofAccount) {
    Money amount = Signs.amount(entry);
    if (ofAccount != null && !amount.getCurrencyUnit().equals(ofAccount)) {
      throw entry.refused(
          "CURRENCY_MISMATCH",
          "the entry is in "
              + amount.getCurrencyUnit()
              + " but the account is in "
              + ofAccount
              + "; ask the bank for a correct statement");
    }
    LocalDate valueDate = date(entry.child("ValDt"));
    LocalDate bookingDate = date(entry.child("BookgDt"));
    if (bookingDate == null) {
      bookingDate = valueDate;
    }
    if (bookingDate == null) {
      throw entry.missing("BookgDt");
    }
    return new EntryHead(
        amount,
        Signs.direction(entry),
        YES.contains(String.valueOf(entry.text("RvslInd"))),
        bookingDate,
        valueDate,
        reference(entry.text("AcctSvcrRef")),
        reference(entry.text("NtryRef")),
        entry.text("AddtlInfInd", "MsgId"),
        TransactionCode.of(entry.child("BkTxCd")));
  }

  /** The amount, negative where money left. */
  Money signed() {
    return Signs.signed(amount, direction);
  }

  static @Nullable String reference(@Nullable String given) {
    return given == null || NO_REFERENCE.contains(given) ? null : given;
  }

  private static @Nullable LocalDate date(@Nullable Element holder) {
    if (holder == null) {
      return null;
    }
    Element date = holder.child("Dt");
    Element found = date != null && date.text() != null ? date : holder.filled("DtTm");
    return found == null ? null : Values.date(found);
  }
}
