package org.dunlin.connectors.camt;

import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentKind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One TxDtls of an entry.
 *
 * @param amount in the account's currency; null where only another currency or nothing is given
 * @param additional AddtlTxInf: free words of the bank
 */
record Detail(
    @Nullable Money amount,
    Direction direction,
    PaymentKind kind,
    @Nullable String transactionCode,
    Counterparty counterparty,
    Remittance remittance,
    @Nullable String additional,
    @Nullable String endToEndId,
    @Nullable String reference,
    Further further) {
  private static final Set<String> NO_END_TO_END = Set.of("NOTPROVIDED", "NOT PROVIDED");

  /**
   * Reads a TxDtls.
   *
   * @param batch the Btch that stands before it, if any
   */
  static Detail of(Element details, EntryHead head, AccountId own, @Nullable Element batch) {
    TransactionCode code = TransactionCode.of(details.child("BkTxCd")).orElse(head.code());
    PaymentKind kind = code.kind(head.reversal() || details.child("RtrInf") != null);
    Direction direction =
        details.text("CdtDbtInd") == null ? head.direction() : Signs.direction(details);
    CurrencyUnit currency = head.amount().getCurrencyUnit();
    Element references = details.child("Refs");
    Money amount = Amounts.ofTransaction(details, currency);
    return new Detail(
        amount,
        direction,
        kind,
        code.text(),
        Counterparty.of(details, direction, kind, own),
        Remittance.of(details.child("RmtInf"), currency),
        details.text("AddtlTxInf"),
        references == null ? null : references.text("EndToEndId"),
        references == null ? null : EntryHead.reference(references.text("AcctSvcrRef")),
        Further.of(details, references, batch, amount));
  }

  /** What a payment that undoes another undoes: its end-to-end reference, where there is one. */
  static @Nullable String returnOf(PaymentKind kind, @Nullable String endToEndId) {
    boolean known =
        kind == PaymentKind.RETURN && endToEndId != null && !NO_END_TO_END.contains(endToEndId);
    return known ? endToEndId : null;
  }
}
