package org.dunlin.core.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers by the numbers that name them: customer number, VAT number, registration. */
final class DebtorNumbers {
  private static final int SHORTEST_OFFICIAL = 7;

  private final Map<String, List<Debtor>> byNumber = new HashMap<>();
  private int shortest = Integer.MAX_VALUE;
  private int longest;

  void add(Debtor debtor) {
    add(debtor, debtor.number, 1);
    add(debtor, debtor.vatNumber, SHORTEST_OFFICIAL);
    add(debtor, debtor.registrationNumber, SHORTEST_OFFICIAL);
  }

  private void add(Debtor debtor, @Nullable String number, int fewest) {
    if (number != null) {
      String key = Text.compact(number);
      if (key.length() >= fewest && anyDigit(key)) {
        shortest = Math.min(shortest, key.length());
        longest = Math.max(longest, key.length());
        byNumber.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(debtor);
      }
    }
  }

  private static boolean anyDigit(String key) {
    for (int i = 0; i < key.length(); i++) {
      if (NumberPattern.digit(key.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  List<Debtor> with(String key) {
    boolean possible = key.length() >= shortest && key.length() <= longest && anyDigit(key);
    return possible ? byNumber.getOrDefault(key, List.of()) : List.of();
  }
}
