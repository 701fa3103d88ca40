package org.dunlin.work.translate;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.work.match.SettleCheckouts;

/** What the money of a company that was added in one transaction refers to. */
final class Referred {
  private final Set<String> references = new TreeSet<>();

  void add(Set<String> some) {
    references.addAll(some);
  }

  /** Settles at once what bears the reference of an attempt; whether there was any. */
  boolean settle(Stores stores, Abilities abilities, String companyId, LocalDate today) {
    return !references.isEmpty()
        && new SettleCheckouts(stores, abilities).settle(companyId, today, references);
  }
}
