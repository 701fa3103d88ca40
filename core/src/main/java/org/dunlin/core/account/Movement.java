package org.dunlin.core.account;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.AdjustmentReason;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed a customer's account.
 *
 * @param on of a document its day of issue, of money the day of booking; of BOOKS the day on which
 *     the hub was told
 * @param amount above zero where the customer owes more since, below where less
 * @param due the last day on which payment is in time; of invoices alone
 * @param numbers of the documents that it is about
 * @param reason of adjustments alone
 */
public record Movement(
    LocalDate on,
    MovementKind kind,
    Money amount,
    @Nullable LocalDate due,
    List<String> numbers,
    @Nullable AdjustmentReason reason) {
  /** Keeps a copy of the numbers. */
  public Movement {
    numbers = List.copyOf(numbers);
  }
}
