package org.dunlin.connectors.pain;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.joda.money.Money;

/**
 * Debits of one scheme, one sequence type and one day.
 *
 * @param id at most 35 characters (PmtInfId), by which the bank names the batch on the statement
 * @param asOneSum whether the bank is to book it as one sum
 * @param lines at least one
 */
public record DebitBatch(
    String id,
    MandateScheme scheme,
    SequenceType sequence,
    LocalDate collectOn,
    boolean asOneSum,
    List<DebitLine> lines) {
  public DebitBatch {
    lines = List.copyOf(lines);
  }

  /** What it comes to. */
  public Money sum() {
    return Money.total(lines.stream().map(DebitLine::amount).toList());
  }
}
