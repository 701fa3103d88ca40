package org.dunlin.store.view;

import org.joda.money.Money;

/**
 * Whether every cent of a currency is where it should be. The sums of allocations are taken from
 * the allocations, what is left from the payments and invoices themselves, so that a difference
 * between the two shows.
 *
 * @param paid all payments that came in
 * @param allocated what of them is applied to invoices
 * @param returned what of them went back before it was applied
 * @param unallocated what of them is left
 * @param outstanding what the sources say of the open invoices
 * @param open what is left of that
 * @param claimed what the hub has applied and the sources have not yet shown, less what went back
 */
public record TieOut(
    Money paid,
    Money allocated,
    Money returned,
    Money unallocated,
    Money outstanding,
    Money open,
    Money claimed) {

  /** What is missing or too much among payments; zero when all is well. */
  public Money paymentDifference() {
    return paid.minus(allocated).minus(returned).minus(unallocated);
  }

  /** What is missing or too much among invoices; zero when all is well. */
  public Money invoiceDifference() {
    return outstanding.minus(open).minus(claimed);
  }

  /** Whether both sides tie out. */
  public boolean ties() {
    return paymentDifference().isZero() && invoiceDifference().isZero();
  }
}
