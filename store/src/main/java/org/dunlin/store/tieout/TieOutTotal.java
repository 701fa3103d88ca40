package org.dunlin.store.tieout;

import org.joda.money.Money;

/** Both sides over all customers, in one currency. */
public record TieOutTotal(Money program, Money hub) {
  /** By how much the program says more: the sum of the differences of the lines. */
  public Money difference() {
    return program.minus(hub);
  }
}
