package org.dunlin.connectors.camt;

import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.BankCharge;
import org.dunlin.core.model.Direction;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bank charged (Chrgs) for an entry or transaction. In version 02 each Chrgs is one
 * charge, later ones have a Rcrd for each. A charge without indicator is taken from the account.
 */
final class Charges {
  private Charges() {}

  static List<BankCharge> of(Element holder) {
    if (holder.child("Chrgs") == null) {
      return List.of();
    }
    List<BankCharge> charges = new ArrayList<>();
    for (Element block : holder.children("Chrgs")) {
      List<Element> records = block.children("Rcrd");
      for (Element record : records.isEmpty() ? List.of(block) : records) {
        add(record, record.child("Amt"), charges);
      }
      if (records.isEmpty() && block.child("Amt") == null) {
        add(block, block.child("TtlChrgsAndTaxAmt"), charges);
      }
    }
    return charges;
  }

  /** What these charges took from the account, in the currency of that amount. */
  static Money taken(List<BankCharge> charges, Money like) {
    Money taken = Money.zero(like.getCurrencyUnit());
    for (BankCharge charge : charges) {
      if (charge.amount().isSameCurrency(like)) {
        taken = taken.minus(Signs.signed(charge.amount(), charge.direction()));
      }
    }
    return taken;
  }

  private static void add(Element record, @Nullable Element amount, List<BankCharge> charges) {
    Money money = Amounts.readable(amount);
    if (money != null && !money.isZero()) {
      Direction direction = "CRDT".equals(record.text("CdtDbtInd")) ? Direction.IN : Direction.OUT;
      charges.add(new BankCharge(money, direction, included(record), kind(record.child("Tp"))));
    }
  }

  private static @Nullable Boolean included(Element record) {
    String said = record.text("ChrgInclInd");
    return said == null ? null : said.equals("true") || said.equals("1");
  }

  private static @Nullable String kind(@Nullable Element type) {
    String code = Accounts.codeOrOwn(type);
    return code != null || type == null ? code : type.text("Prtry", "Id");
  }
}
