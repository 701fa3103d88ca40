package org.dunlin.connectors.camt;

import java.time.LocalDate;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.Values;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The booked balances of a statement. A statement over several days may have a pair for each day:
 * then the earliest opens it and the latest closes it.
 */
final class Balances {
  /**
   * One balance.
   *
   * @param lesser whether it includes a credit line or is an interim one (SubTp INTM), so that
   *     another of its kind counts for it
   */
  private record Balance(Money amount, LocalDate on, int line, boolean lesser) {}

  private static final String INTERIM = "INTM";

  private @Nullable Balance opened;
  private @Nullable Balance previouslyClosed;
  private @Nullable Balance firstInterim;
  private @Nullable Balance lastInterim;
  private int interims;
  private @Nullable Balance closed;

  /**
   * Takes a Bal, where it is of a kind that counts: OPBD, else PRCD, and CLBD.
   *
   * @param page whether the statement is one page of several, which begins and ends with an interim
   *     balance (ITBD) where another page goes before or after it
   */
  void add(Element bal, boolean page) {
    String code = String.valueOf(Accounts.codeOrOwn(bal.find("Tp", "CdOrPrtry")));
    switch (code) {
      case "OPBD" -> opened = earlier(opened, balance(bal));
      case "PRCD" -> previouslyClosed = earlier(previouslyClosed, balance(bal));
      case "CLBD" -> closed = later(closed, balance(bal));
      case "ITBD" -> {
        if (page) {
          interim(balance(bal));
        }
      }
      default -> {
        // what is available, expected or for information does not tie out with what is booked
      }
    }
  }

  @Nullable CurrencyUnit currency() {
    Balance any = first() != null ? first() : last();
    return any == null ? null : any.amount.getCurrencyUnit();
  }

  /** The balance at the beginning, which is in the statement's currency. */
  @Nullable Money opening(CurrencyUnit currency) {
    return in(currency, first());
  }

  /** The balance at the end, which is in the statement's currency. */
  @Nullable Money closing(CurrencyUnit currency) {
    return in(currency, last());
  }

  @Nullable LocalDate openingDate() {
    Balance first = first();
    return first == null ? null : first.on;
  }

  @Nullable LocalDate closingDate() {
    Balance last = last();
    return last == null ? null : last.on;
  }

  /** Whether there are two balances, between which the entries must make the difference. */
  boolean areComplete() {
    return first() != null && last() != null;
  }

  /** Refuses the statement where opening and entries do not give closing, to the cent. */
  void tieOut(CurrencyUnit currency, Money entries) {
    Balance first = first();
    Balance last = last();
    if (first == null || last == null) {
      return;
    }
    Money from = first.amount;
    Money to = last.amount;
    boolean oneCurrency =
        from.getCurrencyUnit().equals(currency) && to.getCurrencyUnit().equals(currency);
    if (oneCurrency && from.plus(entries).equals(to)) {
      return;
    }
    throw new Refusal(
        "BALANCE_DOES_NOT_TIE",
        last.line,
        "opening "
            + shown(from, oneCurrency)
            + " + entries "
            + shown(entries, oneCurrency)
            + " is not closing "
            + shown(to, oneCurrency)
            + "; ask the bank for the complete statement");
  }

  private void interim(Balance balance) {
    firstInterim = firstInterim == null ? balance : firstInterim;
    lastInterim = balance;
    interims++;
  }

  private @Nullable Balance first() {
    Balance booked = opened != null ? opened : previouslyClosed;
    boolean otherPageBefore = booked == null && (interims > 1 || closed != null);
    return otherPageBefore ? firstInterim : booked;
  }

  private @Nullable Balance last() {
    boolean begun = opened != null || previouslyClosed != null;
    boolean otherPageAfter = closed == null && (interims > 1 || begun);
    return otherPageAfter ? lastInterim : closed;
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
    boolean lesser =
        "true".equals(bal.text("CdtLine", "Incl"))
            || INTERIM.equals(Accounts.codeOrOwn(bal.find("Tp", "SubTp")));
    return new Balance(amount, Values.date(date), bal.line(), lesser);
  }

  private static Balance earlier(@Nullable Balance one, Balance other) {
    if (one == null || one.lesser != other.lesser) {
      return one == null || one.lesser ? other : one;
    }
    return other.on.isBefore(one.on) ? other : one;
  }

  private static Balance later(@Nullable Balance one, Balance other) {
    if (one == null || one.lesser != other.lesser) {
      return one == null || one.lesser ? other : one;
    }
    return other.on.isAfter(one.on) ? other : one;
  }

  private static String shown(Money money, boolean amountOnly) {
    return money.getAmount().toPlainString() + (amountOnly ? "" : " " + money.getCurrencyUnit());
  }
}
