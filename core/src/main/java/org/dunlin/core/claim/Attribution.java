package org.dunlin.core.claim;

import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;

/**
 * How the law takes payments that came late: on costs, interest and principal in its order. A view
 * beside the books, which take payments on the principal; nothing else is changed by it.
 *
 * @param costs what is left of fixed sums and costs in the debt's currency
 */
public record Attribution(
    String law,
    RateStatus status,
    List<Taken> taken,
    Money costs,
    Money interest,
    Money principal) {
  /** Keeps its list. */
  public Attribution {
    taken = List.copyOf(taken);
  }

  /**
   * What became of one payment.
   *
   * @param left more than was owed on that day
   */
  public record Taken(
      LocalDate on, Money amount, Money costs, Money interest, Money principal, Money left) {}
}
