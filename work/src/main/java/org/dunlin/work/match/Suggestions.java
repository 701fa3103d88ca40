package org.dunlin.work.match;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.core.model.Adjustment;
import org.dunlin.core.model.Allocation;
import org.dunlin.store.Stores;
import org.dunlin.store.ledger.Allocations.Stored;
import org.jspecify.annotations.Nullable;

/**
 * What is suggested, which each matching finds anew: what stands already is left as it is, and only
 * what is found no more is forgotten.
 */
final class Suggestions {
  private final Stores stores;
  private final String companyId;
  private final Map<Suggested, List<UUID>> unseen = new HashMap<>();

  private record Suggested(Allocation line, @Nullable Adjustment rest) {}

  /** Before anything is suggested anew. */
  Suggestions(Stores stores, String companyId) {
    this(stores, companyId, stores.allocations().suggested(companyId));
  }

  /** To which a single line may be added, and all that stands is left as it is. */
  static Suggestions besides(Stores stores, String companyId) {
    return new Suggestions(stores, companyId, List.of());
  }

  private Suggestions(Stores stores, String companyId, List<Stored> standing) {
    this.stores = stores;
    this.companyId = companyId;
    for (Stored stored : standing) {
      unseen
          .computeIfAbsent(
              new Suggested(stored.allocation(), stored.rest()), line -> new ArrayList<>(1))
          .add(stored.id());
    }
  }

  /** Suggests a line with what it would settle without money, unless both stand. */
  void add(Allocation line, @Nullable Adjustment rest, String by, LocalDate today) {
    List<UUID> standing = unseen.getOrDefault(new Suggested(line, rest), List.of());
    if (standing.isEmpty()) {
      stores.allocations().suggest(companyId, line, rest, by, today);
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
