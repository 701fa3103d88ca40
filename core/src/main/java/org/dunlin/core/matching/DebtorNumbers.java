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

  void add(Debtor debtor) {
    add(debtor, debtor.number, 1);
    add(debtor, debtor.vatNumber, SHORTEST_OFFICIAL);
    add(debtor, debtor.registrationNumber, SHORTEST_OFFICIAL);
  }

  private void add(Debtor debtor, @Nullable String number, int shortest) {
    if (number != null) {
      String key = Text.compact(number);
      if (key.length() >= shortest && key.chars().anyMatch(c -> c >= '0' && c <= '9')) {
        byNumber.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(debtor);
      }
    }
  }

  List<Debtor> with(String key) {
    return byNumber.getOrDefault(key, List.of());
  }
}
