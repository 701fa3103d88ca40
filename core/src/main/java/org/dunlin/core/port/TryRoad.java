package org.dunlin.core.port;

import org.dunlin.core.road.Road;

/** Looks once whether a road leads where it should, and takes nothing. */
@FunctionalInterface
public interface TryRoad {
  /**
   * What came of it.
   *
   * @param sentence what was found, or what is wrong and how to mend it; never a secret
   */
  record Tried(boolean holds, String sentence) {}

  /** Signs in, looks into the folder, and signs out. */
  Tried look(Road road);
}
