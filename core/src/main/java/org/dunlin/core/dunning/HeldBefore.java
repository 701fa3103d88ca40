package org.dunlin.core.dunning;

import java.util.HashSet;
import java.util.Set;

/**
 * What was told as held on an earlier day of the same run: it is told once, on the day on which it
 * became due.
 */
final class HeldBefore {
  private record Told(InstalmentKey instalment, String step) {}

  private final Set<Told> told = new HashSet<>();

  boolean isNew(Candidate held) {
    return told.add(new Told(held.instalment().key(), held.rung().step().id()));
  }
}
