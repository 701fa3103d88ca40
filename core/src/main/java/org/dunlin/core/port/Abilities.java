package org.dunlin.core.port;

import java.util.Set;

/** What outside programs can be told, by the names of their kinds. */
@FunctionalInterface
public interface Abilities {
  /** No program can be told anything. */
  Abilities NONE = program -> Set.of();

  /** What the program can be told; nothing where it is not known. */
  Set<WriteBack> told(String program);

  /**
   * Whether the program is a payment provider: what it tells of payments is money that moved on an
   * account there, and not what somebody booked.
   */
  default boolean takesPayments(String program) {
    return false;
  }
}
