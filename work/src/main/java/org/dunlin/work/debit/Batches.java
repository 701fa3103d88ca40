package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.connectors.pain.Flavour;
import org.dunlin.core.debit.CollectionDays;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.debit.Debit.Place;
import org.dunlin.work.debit.CheckDebits.Good;

/**
 * Puts debits into the batches of one file: one for each scheme, sequence type and day. A day that
 * the bank cannot keep any more becomes the earliest one.
 */
final class Batches {
  private final UUID collection;
  private final Flavour flavour;
  private final LocalDate today;

  Batches(UUID collection, Flavour flavour, LocalDate today) {
    this.collection = collection;
    this.flavour = flavour;
    this.today = today;
  }

  /**
   * A debit with its place.
   *
   * @param collectOn never earlier than was announced
   */
  record Placed(Good good, Place place, LocalDate collectOn) {}

  private record Key(MandateScheme scheme, SequenceType sequence, LocalDate on)
      implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::on)
          .thenComparing(Key::scheme)
          .thenComparing(Key::sequence)
          .compare(this, other);
    }
  }

  List<Placed> of(List<Good> goods) {
    Map<Key, List<Good>> batches = new TreeMap<>();
    sequences(goods)
        .forEach(
            (good, sequence) ->
                batches.computeIfAbsent(key(good, sequence), key -> new ArrayList<>()).add(good));
    List<Placed> placed = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Key, List<Good>> batch : batches.entrySet()) {
      number++;
      for (Good good : batch.getValue()) {
        Place place =
            new Place(
                collection,
                number,
                batch.getKey().scheme(),
                batch.getKey().sequence(),
                good.mandate().amended());
        placed.add(new Placed(good, place, batch.getKey().on()));
      }
    }
    return placed;
  }

  private Key key(Good good, SequenceType sequence) {
    MandateScheme scheme = good.mandate().mandate().scheme();
    boolean first = sequence == SequenceType.FRST || sequence == SequenceType.OOFF;
    LocalDate earliest = CollectionDays.earliest(today, flavour.leadDays(scheme, first));
    LocalDate told = good.debit().collectOn();
    return new Key(scheme, sequence, told.isBefore(earliest) ? earliest : told);
  }

  /** Of several debits by one mandate the first alone is the first, and the last alone the last. */
  private Map<Good, SequenceType> sequences(List<Good> goods) {
    List<Good> inOrder =
        goods.stream()
            .sorted(
                Comparator.comparing((Good good) -> good.debit().collectOn())
                    .thenComparing(good -> good.debit().id()))
            .toList();
    Map<UUID, Integer> left = new HashMap<>();
    inOrder.forEach(good -> left.merge(good.mandate().id(), 1, Integer::sum));
    Map<UUID, Integer> before = new HashMap<>();
    Map<Good, SequenceType> sequences = new LinkedHashMap<>();
    for (Good good : inOrder) {
      UUID mandate = good.mandate().id();
      int earlier = before.merge(mandate, 1, Integer::sum) - 1;
      boolean last = left.merge(mandate, -1, Integer::sum) == 0;
      sequences.put(
          good,
          SequenceType.next(
              good.mandate().once(),
              good.mandate().ends() && last,
              good.mandate().collected() + earlier,
              flavour.firstIsMarked()));
    }
    return sequences;
  }
}
