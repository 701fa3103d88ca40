package org.dunlin.connectors.bank;

import java.time.LocalDate;
import org.dunlin.connectors.Refusal;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Statement;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Adds up the entries of one statement and holds them against its balances, to the cent. */
public final class StatementSum {
  private final CurrencyUnit currency;
  private Money sum;
  private int entries;
  private @Nullable LocalDate first;
  private @Nullable LocalDate last;
  private @Nullable Money opening;
  private @Nullable Money closing;

  /** A statement in this currency. */
  public StatementSum(CurrencyUnit currency) {
    this.currency = currency;
    this.sum = Money.zero(currency);
  }

  /** The currency of the account. */
  public CurrencyUnit currency() {
    return currency;
  }

  /** Counts an entry; negative where money left. */
  public void add(Money signed, LocalDate bookingDate) {
    sum = sum.plus(signed);
    entries++;
    cover(bookingDate);
  }

  /** The booked balance at the beginning. */
  public void open(Money balance) {
    opening = balance;
  }

  /** The booked balance at the end of this day. */
  public void close(Money balance, LocalDate on) {
    closing = balance;
    cover(on);
  }

  /** Stretches the period to this day. */
  public void cover(LocalDate day) {
    first = first == null || day.isBefore(first) ? day : first;
    last = last == null || day.isAfter(last) ? day : last;
  }

  /** Whether any day is known. */
  public boolean hasPeriod() {
    return first != null;
  }

  /**
   * The statement of that id.
   *
   * @param line on which the closing balance stands
   * @throws Refusal where opening and entries do not give closing, or no day is known
   */
  public Statement end(String id, AccountId account, int line) {
    if (opening != null && closing != null && !opening.plus(sum).equals(closing)) {
      throw new Refusal(
          "BALANCE_DOES_NOT_TIE",
          line,
          "opening "
              + plain(opening)
              + " + entries "
              + plain(sum)
              + " is not closing "
              + plain(closing)
              + "; ask the bank for the complete statement");
    }
    if (first == null || last == null) {
      throw new Refusal(
          "MISSING_DATE",
          line,
          "the statement has neither a balance nor an entry with a date; ask the bank for it again");
    }
    return new Statement(id, account, currency, first, last, opening, closing, entries, null);
  }

  private static String plain(Money money) {
    return money.getAmount().toPlainString();
  }
}
