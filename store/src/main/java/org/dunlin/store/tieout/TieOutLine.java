package org.dunlin.store.tieout;

import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A customer of whom program and hub say otherwise.
 *
 * @param customerKey the program's id of the customer; empty where it names none
 * @param customerId absent where the ledger knows no such customer
 * @param name absent where nobody says it
 * @param program what the program says is owed
 * @param hub what the hub holds open of this program's documents
 * @param parts why, together the whole difference
 */
public record TieOutLine(
    String customerKey,
    @Nullable UUID customerId,
    @Nullable String name,
    Money program,
    Money hub,
    List<DifferencePart> parts) {
  public TieOutLine {
    parts = List.copyOf(parts);
  }

  /** By how much the program says more. */
  public Money difference() {
    return program.minus(hub);
  }

  /** Whether nothing that is known, and no other task, leads to what is behind it. */
  public boolean unexplained() {
    return parts.stream().anyMatch(part -> part.reason().leadsNowhere());
  }

  /** Whether all of it is explained. */
  public boolean explained() {
    return parts.stream().allMatch(part -> part.reason().explained());
  }
}
