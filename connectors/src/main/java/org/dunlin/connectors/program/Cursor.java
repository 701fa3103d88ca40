package org.dunlin.connectors.program;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From where a pull goes on.
 *
 * @param overlap taken off a cursor that is an instant or a date
 * @param ascending whether pages come in the cursor's order, so that it may move with each of them
 * @param initial what the first pull begins with, as it stands
 * @param reach the cursor lies no further back than this, and the first pull begins there
 */
public record Cursor(
    From from,
    Duration overlap,
    boolean ascending,
    @Nullable String initial,
    @Nullable Duration reach) {
  /** What the cursor is. */
  public sealed interface From {
    /** The highest version that was seen. */
    record Version() implements From {}

    /** The highest value of a field of the objects. */
    record Value(Selector value) implements From {}

    /** What the reply says. */
    record Reply(Selector reply) implements From {}

    /** The moment at which the run began. */
    record Started() implements From {}
  }
}
