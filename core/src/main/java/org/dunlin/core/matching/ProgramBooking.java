package org.dunlin.core.matching;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.Invoice;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that a program has booked and of which the hub knows no money yet.
 *
 * @param id names it among all of the company
 * @param account by its key, where the program says it
 * @param lines what it settles
 */
public record ProgramBooking(
    String id, LocalDate date, Money amount, @Nullable String account, List<Line> lines) {
  public ProgramBooking {
    lines = List.copyOf(lines);
  }

  /** An amount of an invoice. */
  public record Line(Invoice invoice, Money amount) {}
}
