package org.dunlin.store.view;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.dunlin.core.model.Decision;

/**
 * What matching offers for a payment: invoices that it would pay together, less the credit notes
 * that go with it; or for a credit note: invoices of which it would be taken off together.
 *
 * @param rank 1 of the best
 */
public record Suggestion(int rank, List<AllocationLine> lines) {
  private static final int MOST_CUSTOMERS = 3;

  /** The suggestions among the lines of a payment, best first. */
  public static List<Suggestion> of(List<AllocationLine> lines) {
    return lines.stream()
        .filter(line -> line.decision() == Decision.SUGGESTED)
        .collect(
            Collectors.groupingBy(
                line -> Objects.requireNonNullElse(line.rank(), 1),
                TreeMap::new,
                Collectors.toList()))
        .entrySet()
        .stream()
        .map(ranked -> new Suggestion(ranked.getKey(), ranked.getValue()))
        .toList();
  }

  /** The customers of the invoices of all of them, each once; of many the first. */
  public static List<Credited> customers(List<Suggestion> suggestions) {
    return suggestions.stream()
        .flatMap(each -> each.lines().stream())
        .map(line -> new Credited(line.customerId(), line.customer(), null))
        .distinct()
        .limit(MOST_CUSTOMERS)
        .toList();
  }

  /** The first line, which says the rule, the confidence and the evidence of all. */
  public AllocationLine first() {
    return lines.getFirst();
  }
}
