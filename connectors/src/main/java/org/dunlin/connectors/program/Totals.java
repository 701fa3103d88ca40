package org.dunlin.connectors.program;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a program itself says that its customers owe: an ageing list, a report or balances.
 *
 * @param rows how its rows are read, as a stream is
 * @param includes what the figure is made of, so that like is held against like
 * @param customer of a row: the id by which the mapping of customers names it
 * @param name of that customer, for people
 * @param currency of a row; absent where it is always that of the company
 * @param outstanding of a row: what is owed by the customer is positive
 * @param total of all rows, where the reply says it; in the currency of the company
 */
public record Totals(
    Stream rows,
    Set<Included> includes,
    Selector customer,
    @Nullable Selector name,
    @Nullable Selector currency,
    Selector outstanding,
    @Nullable Selector total) {
  /** The name under which its rows are read. */
  public static final String STREAM = "totals";

  public Totals {
    includes = Set.copyOf(includes);
  }

  /** What a program's figure may be made of. */
  public enum Included {
    /** What is open of invoices. */
    INVOICES,
    /** Less what of credit notes is not applied yet. */
    CREDIT_NOTES,
    /** Less money that the program has booked and not applied to an invoice yet. */
    PAYMENTS;

    /** Its word in a manifest. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Included> of(String word) {
      return EnumSet.allOf(Included.class).stream()
          .filter(each -> each.word().equals(word))
          .findFirst();
    }
  }

  /** Whether the figure is made of this, too. */
  public boolean has(Included part) {
    return includes.contains(part);
  }
}
