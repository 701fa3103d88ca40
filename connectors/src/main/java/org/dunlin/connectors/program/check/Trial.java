package org.dunlin.connectors.program.check;

import org.jspecify.annotations.Nullable;

/**
 * What became of something that a vendor, played from the folder's own examples, was made to do.
 *
 * @param stream that was read
 * @param what the vendor did, such as {@code answers 429}
 * @param difference what the hub would do that it must not; absent where all is well
 */
public record Trial(String stream, String what, @Nullable String difference) {
  /** Whether the hub would do what it must. */
  public boolean holds() {
    return difference == null;
  }
}
