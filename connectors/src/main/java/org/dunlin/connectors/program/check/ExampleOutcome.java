package org.dunlin.connectors.program.check;

import org.jspecify.annotations.Nullable;

/**
 * What became of an example.
 *
 * @param file of the example, within the folder
 * @param difference what is not as the folder says; absent where all is
 */
public record ExampleOutcome(String file, @Nullable String difference) {
  /** Whether the program does what the example says. */
  public boolean holds() {
    return difference == null;
  }
}
