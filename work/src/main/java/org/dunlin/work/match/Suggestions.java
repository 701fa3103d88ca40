package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Allocation;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Allocations.Stored;

/**
 * What is suggested, which each matching finds anew: what stands already is left as it is, and only
 * what is found no more is forgotten.
 */
final class Suggestions {
  private final Stores stores;
  private final String companyId;
  private final Map<Allocation, List<UUID>> unseen = new HashMap<>();

  /** Before anything is suggested anew. */
  Suggestions(Stores stores, String companyId) {
    this.stores = stores;
    this.companyId = companyId;
    for (Stored stored : stores.allocations().suggested(companyId)) {
      unseen.computeIfAbsent(stored.allocation(), line -> new ArrayList<>(1)).add(stored.id());
    }
  }

  /** Suggests a line, unless it stands. */
  void add(Allocation line, String by, LocalDate today) {
    List<UUID> standing = unseen.getOrDefault(line, List.of());
    if (standing.isEmpty()) {
      stores.allocations().add(companyId, line, by, today);
    } else {
      standing.removeLast();
    }
  }

  /** Forgets what was not suggested again. */
  void forgetOthers() {
    List<UUID> others = unseen.values().stream().flatMap(List::stream).toList();
    if (!others.isEmpty()) {
      stores.allocations().clearSuggestions(companyId, others);
    }
  }
}
