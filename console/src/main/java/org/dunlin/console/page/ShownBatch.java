package org.dunlin.console.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.dunlin.store.debit.Debit;
import org.joda.money.Money;

/** A batch of a file, with what it comes to. */
public record ShownBatch(Debit first, int count, Money sum) {

  static List<ShownBatch> of(List<ShownDebit> debits) {
    Map<Integer, List<Debit>> batches = new TreeMap<>();
    for (ShownDebit each : debits) {
      Debit.Place place = each.debit().place();
      if (place != null) {
        batches.computeIfAbsent(place.batch(), number -> new ArrayList<>()).add(each.debit());
      }
    }
    return batches.values().stream()
        .map(
            batch ->
                new ShownBatch(
                    batch.getFirst(),
                    batch.size(),
                    Money.total(batch.stream().map(Debit::amount).toList())))
        .toList();
  }

  /** What the file comes to. */
  public static Money sum(List<ShownBatch> batches) {
    return Money.total(batches.stream().map(ShownBatch::sum).toList());
  }

  /** Where it stands. */
  public Debit.Place place() {
    return Objects.requireNonNull(first.place());
  }
}
