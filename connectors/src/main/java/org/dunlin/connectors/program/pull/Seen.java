package org.dunlin.connectors.program.pull;

import org.jspecify.annotations.Nullable;

/**
 * An object that a page brought.
 *
 * @param version an instant, a date or a whole number, of which the higher one is newer; absent
 *     where the program gives none
 */
public record Seen(String key, @Nullable String version) {
  /** Whether this is newer than a version that was seen before; not where one of them is absent. */
  public boolean isNewerThan(@Nullable String other) {
    Mark before = other == null ? null : Mark.of(other).orElse(null);
    Mark mine = version == null ? null : Mark.of(version).orElse(null);
    return before != null && mine != null && mine.compareTo(before) > 0;
  }
}
