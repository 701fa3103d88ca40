package org.dunlin.connectors.camt;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.BankReferences;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says of an entry or transaction beside what moves the money and names the parties.
 */
record Further(
    BankReferences references,
    @Nullable String returnReason,
    @Nullable String returnText,
    @Nullable String returnedCode,
    @Nullable Money ordered,
    @Nullable BigDecimal rate,
    List<BankCharge> charges) {
  static final Further NOTHING =
      new Further(BankReferences.NONE, null, null, null, null, null, List.of());

  /**
   * Reads it of an Ntry or TxDtls.
   *
   * @param references its Refs
   * @param batch the Btch to which it belongs
   * @param moved the amount that moved on the account
   */
  static Further of(
      Element holder,
      @Nullable Element references,
      @Nullable Element batch,
      @Nullable Money moved) {
    Element returned = holder.child("RtrInf");
    return new Further(
        references(references, batch),
        returned == null ? null : Accounts.codeOrOwn(returned.child("Rsn")),
        returned == null ? null : lines(returned.children("AddtlInf")),
        returned == null ? null : TransactionCode.of(returned.child("OrgnlBkTxCd")).text(),
        Amounts.ordered(holder, moved),
        Amounts.rate(holder),
        Charges.of(holder));
  }

  private static BankReferences references(@Nullable Element given, @Nullable Element batch) {
    if (given == null && batch == null) {
      return BankReferences.NONE;
    }
    String message = text(given, "MsgId");
    String ordered = text(given, "PmtInfId");
    return new BankReferences(
        message != null ? message : text(batch, "MsgId"),
        ordered != null ? ordered : text(batch, "PmtInfId"),
        text(given, "InstrId"),
        text(given, "TxId"),
        text(given, "UETR"),
        text(given, "MndtId"),
        text(given, "ChqNb"),
        text(given, "ClrSysRef"),
        EntryHead.reference(text(given, "AcctSvcrRef")));
  }

  private static @Nullable String text(@Nullable Element holder, String name) {
    return holder == null ? null : holder.text(name);
  }

  private static @Nullable String lines(List<Element> lines) {
    String joined =
        lines.stream()
            .map(Element::text)
            .filter(line -> line != null)
            .map(Remittance::oneLine)
            .collect(Collectors.joining(" "));
    return joined.isEmpty() ? null : joined;
  }
}
