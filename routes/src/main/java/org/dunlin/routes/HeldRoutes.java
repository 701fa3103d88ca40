package org.dunlin.routes;

import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Which routes a person has stopped or suspended in this process. Supervisors leave them as they
 * are: the connection stays with this process, and nobody looks there until a person says so.
 */
public final class HeldRoutes {
  private final Set<String> held = new ConcurrentSkipListSet<>();

  /** Whether a person holds it. */
  public boolean holds(String routeId) {
    return held.contains(routeId);
  }

  /** A person stops or suspends it. */
  void hold(String routeId) {
    held.add(routeId);
  }

  /** A person lets it go on; false where nobody held it. */
  boolean release(String routeId) {
    return held.remove(routeId);
  }

  /** All that are held, in their order. */
  Set<String> all() {
    return new TreeSet<>(held);
  }
}
