package org.dunlin.core.account;

import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/**
 * A customer's account in one currency, for a period.
 *
 * @param opening what the customer owed before the first day; below zero where it was owed
 * @param movements of the period, in their order
 * @param open what makes up the closing balance
 */
public record CurrencyAccount(Money opening, List<Movement> movements, List<OpenItem> open) {
  /** Keeps copies. */
  public CurrencyAccount {
    movements = List.copyOf(movements);
    open = List.copyOf(open);
  }

  /** A movement and what is owed after it. */
  public record Line(Movement movement, Money balance) {}

  /** The movements, each with the balance after it. */
  public List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    Money balance = opening;
    for (Movement movement : movements) {
      balance = balance.plus(movement.amount());
      lines.add(new Line(movement, balance));
    }
    return lines;
  }

  /** What the customer owes at the end of the last day; below zero where it is owed. */
  public Money closing() {
    return opening.plus(
        Money.total(opening.getCurrencyUnit(), movements.stream().map(Movement::amount).toList()));
  }

  /** Whether there is nothing to say of it. */
  public boolean nothing() {
    return opening.isZero() && movements.isEmpty() && open.isEmpty();
  }
}
