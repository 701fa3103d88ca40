package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Documents of which nothing is open and that some payments may name, by the hash of a key. */
final class SettledDocuments {
  private final Map<Integer, List<Item>> byHash = new HashMap<>();
  private int longestNumber;
  private int longestReference;

  void put(int hash, Item item) {
    List<Item> lying = byHash.computeIfAbsent(hash, key -> new ArrayList<>(1));
    if (!lying.contains(item)) {
      lying.add(item);
    }
  }

  void longest(int number, int reference) {
    longestNumber = Math.max(longestNumber, number);
    longestReference = Math.max(longestReference, reference);
  }

  List<Item> of(int hash) {
    return byHash.isEmpty() ? List.of() : byHash.getOrDefault(hash, List.of());
  }

  int longestNumber() {
    return longestNumber;
  }

  int longestReference() {
    return longestReference;
  }
}
