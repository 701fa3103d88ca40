package org.dunlin.connectors.camt;

import java.time.LocalDate;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Refusal;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The booked balances of a statement. A statement over several days may have a pair for each day:
 * then the earliest opens it and the latest closes it.
 */
final class Balances {
  private record Balance(Money amount, LocalDate on, int line) {}

  private @Nullable Balance opened;
  private @Nullable Balance previouslyClosed;
  private @Nullable Balance closed;

  /** Takes a Bal, where it is of a kind that counts: OPBD, else PRCD, and CLBD. */
  void add(Element bal) {
    String code = bal.text("Tp", "CdOrPrtry", "Cd");
    if ("OPBD".equals(code)) {
      opened = earlier(opened, balance(bal));
    } else if ("PRCD".equals(code)) {
      previouslyClosed = earlier(previouslyClosed, balance(bal));
    } else if ("CLBD".equals(code)) {
      closed = later(closed, balance(bal));
    }
  }

  @Nullable CurrencyUnit currency() {
    Balance any = first() != null ? first() : closed;
    return any == null ? null : any.amount.getCurrencyUnit();
  }

  /** The balance at the beginning, which is in the statement's currency. */
  @Nullable Money opening(CurrencyUnit currency) {
    return in(currency, first());
  }

  /** The balance at the end, which is in the statement's currency. */
  @Nullable Money closing(CurrencyUnit currency) {
    return in(currency, closed);
  }

  @Nullable LocalDate openingDate() {
    Balance first = first();
    return first == null ? null : first.on;
  }

  @Nullable LocalDate closingDate() {
    return closed == null ? null : closed.on;
  }

  /** Refuses the statement where opening and entries do not give closing, to the cent. */
  void tieOut(CurrencyUnit currency, Money entries) {
    Balance first = first();
    if (first == null || closed == null) {
      return;
    }
    Money from = first.amount;
    Money to = closed.amount;
    boolean oneCurrency =
        from.getCurrencyUnit().equals(currency) && to.getCurrencyUnit().equals(currency);
    if (oneCurrency && from.plus(entries).equals(to)) {
      return;
    }
    throw new Refusal(
        "BALANCE_DOES_NOT_TIE",
        closed.line,
        "opening "
            + shown(from, oneCurrency)
            + " + entries "
            + shown(entries, oneCurrency)
            + " is not closing "
            + shown(to, oneCurrency)
            + "; ask the bank for the complete statement");
  }

  private @Nullable Balance first() {
    return opened != null ? opened : previouslyClosed;
  }

  private static @Nullable Money in(CurrencyUnit currency, @Nullable Balance balance) {
    if (balance == null) {
      return null;
    }
    if (!balance.amount.getCurrencyUnit().equals(currency)) {
      throw new Refusal(
          "CURRENCY_MISMATCH",
          balance.line,
          "a balance is in "
              + balance.amount.getCurrencyUnit()
              + " but the account is in "
              + currency
              + "; ask the bank for a correct statement");
    }
    return balance.amount;
  }

  private static Balance balance(Element bal) {
    Money amount = Signs.signed(bal);
    Element date = bal.filled("Dt", "Dt");
    if (date == null) {
      date = bal.filled("Dt", "DtTm");
    }
    if (date == null) {
      throw bal.missing("Dt");
    }
    return new Balance(amount, Values.date(date), bal.line());
  }

  private static Balance earlier(@Nullable Balance one, Balance other) {
    return one == null || other.on.isBefore(one.on) ? other : one;
  }

  private static Balance later(@Nullable Balance one, Balance other) {
    return one == null || other.on.isAfter(one.on) ? other : one;
  }

  private static String shown(Money money, boolean amountOnly) {
    return money.getAmount().toPlainString() + (amountOnly ? "" : " " + money.getCurrencyUnit());
  }
}
