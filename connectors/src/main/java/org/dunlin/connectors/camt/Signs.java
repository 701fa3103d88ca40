package org.dunlin.connectors.camt;

import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.dunlin.core.model.Direction;
import org.joda.money.Money;

/** Amounts that stand beside an indicator of credit or debit, which gives them their sign. */
final class Signs {
  private Signs() {}

  /** Which way the CdtDbtInd of this element says. */
  static Direction direction(Element holder) {
    Element indicator = holder.require("CdtDbtInd");
    String text = String.valueOf(indicator.text());
    return switch (text) {
      case "CRDT" -> Direction.IN;
      case "DBIT" -> Direction.OUT;
      default -> throw indicator.refused("WRONG_CODE", "'" + text + "' is neither CRDT nor DBIT");
    };
  }

  /** The Amt of this element, which is never negative. */
  static Money amount(Element holder) {
    Element amount = holder.require("Amt");
    Money money = Values.money(amount, "Ccy");
    if (money.isNegative()) {
      throw amount.refused("WRONG_AMOUNT", "an amount is never negative; CdtDbtInd says which way");
    }
    return money;
  }

  /** The Amt of this element, negative where its CdtDbtInd says debit. */
  static Money signed(Element holder) {
    return signed(amount(holder), direction(holder));
  }

  static Money signed(Money amount, Direction direction) {
    return switch (direction) {
      case IN -> amount;
      case OUT -> amount.negated();
    };
  }
}
