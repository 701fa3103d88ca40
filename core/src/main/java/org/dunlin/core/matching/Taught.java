package org.dunlin.core.matching;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * For whom an account paid, as payments taught, and by which names. Many pay through one account of
 * a provider, a factor or a manager: what it taught of one says nothing of another who pays.
 */
final class Taught {
  /** Who paid for more customers collects for anybody. */
  static final int MOST_OF_A_COLLECTOR = 12;

  private static final int MOST_NAMES = 12;

  private final Set<Debtor> debtors = new HashSet<>(2);
  private final Set<NameWords> names = new HashSet<>(2);

  void add(Debtor debtor, @Nullable String name) {
    if (debtors.size() <= MOST_OF_A_COLLECTOR) {
      debtors.add(debtor);
    }
    if (name != null && names.size() < MOST_NAMES) {
      names.add(NameWords.of(name));
    }
  }

  Set<Debtor> debtors() {
    return debtors;
  }

  boolean ofMany() {
    return debtors.size() > MOST_OF_A_COLLECTOR;
  }

  /** Whether who bears this name may be who taught. */
  boolean by(NameWords name) {
    return names.stream().anyMatch(name::like);
  }
}
