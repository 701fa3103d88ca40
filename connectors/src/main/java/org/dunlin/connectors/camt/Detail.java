package org.dunlin.connectors.camt;

import java.util.Set;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
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
    @Nullable String reference) {
  private static final Set<String> NO_END_TO_END = Set.of("NOTPROVIDED", "NOT PROVIDED");

  static Detail of(Element details, EntryHead head, AccountId own) {
    TransactionCode code = TransactionCode.of(details.find("BkTxCd")).orElse(head.code());
    PaymentKind kind = code.kind(head.reversal() || details.find("RtrInf") != null);
    Direction direction =
        details.filled("CdtDbtInd") == null ? head.direction() : Signs.direction(details);
    CurrencyUnit currency = head.amount().getCurrencyUnit();
    return new Detail(
        amount(details, currency),
        direction,
        kind,
        code.text(),
        Counterparty.of(details, direction, kind, own),
        Remittance.of(details.find("RmtInf"), currency),
        details.text("AddtlTxInf"),
        details.text("Refs", "EndToEndId"),
        EntryHead.reference(details.text("Refs", "AcctSvcrRef")));
  }

  /** What a payment that undoes another undoes: its end-to-end reference, where there is one. */
  @Nullable String returnOf() {
    boolean known =
        kind == PaymentKind.RETURN && endToEndId != null && !NO_END_TO_END.contains(endToEndId);
    return known ? endToEndId : null;
  }

  /** Version 02 has the amount of a transaction only in AmtDtls, later ones also in itself. */
  private static @Nullable Money amount(Element details, CurrencyUnit currency) {
    Element own = details.filled("Amt");
    if (own != null && currency.getCode().equals(own.attribute("Ccy"))) {
      return Values.money(own, "Ccy");
    }
    Element nested = details.filled("AmtDtls", "TxAmt", "Amt");
    if (nested != null && currency.getCode().equals(nested.attribute("Ccy"))) {
      return Values.money(nested, "Ccy");
    }
    return null;
  }
}
