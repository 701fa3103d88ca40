package org.dunlin.store.tieout;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer in one currency, of whom the two sides differ, with what is known about it.
 *
 * @param customerId absent where the ledger knows no such customer
 * @param name as the program says it; absent where the ledger knows the customer
 * @param program what the program says is owed
 * @param hub what is outstanding at the source, less what the hub has found and the source not
 *     shown
 * @param claimed what the hub has found and the source has not shown
 * @param missing what is outstanding of documents that readings of the source do not bring any more
 * @param otherCurrency whether only the other side has the customer in another currency
 * @param moved whether a document of the customer changed while the program was read
 */
public record Compared(
    String customerKey,
    @Nullable UUID customerId,
    @Nullable String name,
    Money program,
    Money hub,
    BigDecimal claimed,
    BigDecimal missing,
    boolean otherCurrency,
    boolean moved) {

  /** All customers that differ, and the sums over all customers, of one moment. */
  public record Sides(List<Compared> differing, List<TieOutTotal> totals) {
    public Sides {
      differing = List.copyOf(differing);
      totals = List.copyOf(totals);
    }
  }
}
