package org.dunlin.connectors.camt;

import java.math.BigDecimal;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The amounts of a transaction: what moved on the account, what was ordered, at which rate. */
final class Amounts {
  /** Where an amount in the account's currency may stand, the surest first. */
  private static final String[] ON_THE_ACCOUNT = {"TxAmt", "CntrValAmt", "InstdAmt"};

  /** Where an amount in another currency may stand, what the payer ordered first. */
  private static final String[] ORDERED = {"InstdAmt", "TxAmt", "CntrValAmt", "PrtryAmt"};

  private static final int RATE_DECIMALS_MAX = 10;
  private static final int RATE_DIGITS_MAX = 18;

  private Amounts() {}

  /**
   * The amount in the account's currency; null where there is none. Version 02 has the amount of a
   * transaction only in AmtDtls, later ones also in itself.
   */
  static @Nullable Money ofTransaction(Element details, CurrencyUnit currency) {
    Element own = details.child("Amt");
    if (own != null && isIn(own, currency)) {
      return Values.money(own, "Ccy");
    }
    Element amounts = details.child("AmtDtls");
    for (String place : ON_THE_ACCOUNT) {
      Element nested = amounts == null ? null : amounts.find(place, "Amt");
      if (nested != null && isIn(nested, currency)) {
        return Values.money(nested, "Ccy");
      }
    }
    return null;
  }

  /**
   * What was ordered, where that is not what moved: an amount in another currency, or another
   * amount. Null where there is none that can be read; nothing else depends on it.
   */
  static @Nullable Money ordered(Element holder, @Nullable Money moved) {
    Element amounts = holder.child("AmtDtls");
    for (String place : ORDERED) {
      Money found = amounts == null ? null : readable(amounts.find(place, "Amt"));
      if (found != null && differs(found, moved, place.equals(ORDERED[0]))) {
        return found;
      }
    }
    Money own = holder.name().equals("TxDtls") ? readable(holder.child("Amt")) : null;
    return own != null && differs(own, moved, false) ? own : null;
  }

  /** The exchange rate that stands with any of the amounts. */
  static @Nullable BigDecimal rate(Element holder) {
    Element amounts = holder.child("AmtDtls");
    for (String place : ORDERED) {
      Element rate = amounts == null ? null : amounts.find(place, "CcyXchg", "XchgRate");
      if (rate != null && rate.text() != null) {
        return sensible(rate);
      }
    }
    return null;
  }

  /** The amount, where it is one that can be read; for what nothing else depends on. */
  static @Nullable Money readable(@Nullable Element amount) {
    try {
      Money money = amount == null || amount.text() == null ? null : Values.money(amount, "Ccy");
      return money == null || money.isNegative() ? null : money;
    } catch (Refusal unreadable) {
      return null;
    }
  }

  private static boolean differs(Money found, @Nullable Money moved, boolean alsoInAmount) {
    return moved == null || !found.isSameCurrency(moved) || (alsoInAmount && !found.isEqual(moved));
  }

  private static @Nullable BigDecimal sensible(Element rate) {
    try {
      BigDecimal read = Values.decimal(rate).stripTrailingZeros();
      boolean isSensible =
          read.signum() > 0
              && read.scale() <= RATE_DECIMALS_MAX
              && read.precision() - read.scale() <= RATE_DIGITS_MAX;
      return isSensible ? read.setScale(Math.max(0, read.scale())) : null;
    } catch (Refusal unreadable) {
      return null;
    }
  }

  private static boolean isIn(Element amount, CurrencyUnit currency) {
    return amount.text() != null && currency.getCode().equals(amount.attribute("Ccy"));
  }
}
