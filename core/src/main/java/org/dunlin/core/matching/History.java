package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the books of before teach. It comes with the promise that {@link Matcher#settled} is told of
 * every document that a payment may name and of which nothing is open.
 *
 * @param payers who paid for whom, as a person or a strong reference proved
 * @param numbers of documents, open or not, by which is learned how the company numbers
 */
public record History(List<KnownPayer> payers, List<NumberGiven> numbers) {
  public History {
    payers = List.copyOf(payers);
    numbers = List.copyOf(numbers);
  }

  /**
   * An account that paid for a customer.
   *
   * @param account as {@link org.dunlin.core.model.AccountId#key} names it
   * @param name under which it paid; absent where the bank said none
   */
  public record KnownPayer(String account, String customerId, @Nullable String name) {}

  /** A number, and when its document was issued. */
  public record NumberGiven(String number, LocalDate issued) {}
}
