package org.dunlin.work.translate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.dunlin.store.ledger.StatedEntries.Pair;

/**
 * Which of the possible pairs are one and the same entry: those of which each is the one best for
 * the other. Among several that are alike nobody guesses.
 */
final class BestPairs {
  private BestPairs() {}

  /** The pairs that are sure; what the taking of one makes sure counts, too. */
  static List<Pair> of(List<Pair> possible) {
    List<Pair> sure = new ArrayList<>();
    List<Pair> left = new ArrayList<>(possible);
    List<Pair> found;
    do {
      found = mutual(left);
      sure.addAll(found);
      for (Pair pair : found) {
        left.removeIf(
            other ->
                other.advised().equals(pair.advised())
                    || (other.payment().equals(pair.payment()) && other.kind() == pair.kind()));
      }
    } while (!found.isEmpty());
    return sure;
  }

  private record Claimed(Object payment, Object kind) {}

  private static List<Pair> mutual(List<Pair> left) {
    Map<Object, Pair> ofAdvised = best(left, Pair::advised);
    Map<Object, Pair> ofPayment = best(left, pair -> new Claimed(pair.payment(), pair.kind()));
    return left.stream()
        .filter(pair -> pair.equals(ofAdvised.get(pair.advised())))
        .filter(pair -> pair.equals(ofPayment.get(new Claimed(pair.payment(), pair.kind()))))
        .toList();
  }

  /** The best pair of each side, where it is the only one that is so good. */
  private static Map<Object, Pair> best(List<Pair> left, Function<Pair, Object> side) {
    Map<Object, List<Pair>> best = new HashMap<>();
    for (Pair pair : left) {
      List<Pair> before = best.computeIfAbsent(side.apply(pair), key -> new ArrayList<>());
      if (!before.isEmpty() && before.getFirst().strength() < pair.strength()) {
        before.clear();
      }
      if (before.isEmpty() || before.getFirst().strength() == pair.strength()) {
        before.add(pair);
      }
    }
    Map<Object, Pair> only = new HashMap<>();
    best.forEach(
        (key, pairs) -> {
          if (pairs.size() == 1) {
            only.put(key, pairs.getFirst());
          }
        });
    return only;
  }
}
