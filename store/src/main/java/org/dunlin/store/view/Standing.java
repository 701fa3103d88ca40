package org.dunlin.store.view;

import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * What is owed to a company in one currency.
 *
 * @param open by how long it is overdue; a class in which nothing is open is not there
 * @param invoices how many invoices are open
 * @param customers how many customers owe
 * @param credit what is open of credit notes; not taken off {@code open}
 */
public record Standing(
    CurrencyUnit currency, Map<Ageing, Money> open, int invoices, int customers, Money credit) {
  public Standing {
    open = Map.copyOf(open);
  }

  /** All that is open. */
  public Money total() {
    return Money.total(currency, open.values());
  }

  /** Whether neither side owes anything. */
  public boolean nothing() {
    return invoices == 0 && credit.isZero();
  }

  /** What is not overdue. */
  public Money notDue() {
    return in(Ageing.NOT_DUE);
  }

  /** What is overdue, however long. */
  public Money overdue() {
    return total().minus(notDue());
  }

  /** What is open of one class. */
  public Money in(Ageing ageing) {
    return open.getOrDefault(ageing, Money.zero(currency));
  }
}
