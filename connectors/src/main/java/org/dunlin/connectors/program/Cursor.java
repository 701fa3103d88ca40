package org.dunlin.connectors.program;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * From where a pull goes on.
 *
 * @param overlap taken off a cursor that is an instant or a date
 * @param order in which pages come; absent where a change may move an object to another page
 * @param initial what the first pull begins with, as it stands
 * @param reach the cursor lies no further back than this, and the first pull begins there
 */
public record Cursor(
    From from,
    Duration overlap,
    @Nullable Order order,
    @Nullable String initial,
    @Nullable Duration reach) {
  /** In which order pages come. */
  public enum Order {
    /** In the cursor's, so that it may move with each of them. */
    ASCENDING,
    /**
     * The newest first, of a program that cannot be asked since when: the run ends with the first
     * page that goes back beyond the cursor.
     */
    DESCENDING,
    /** In one that no change moves, such as that of ids. */
    FIXED
  }

  /** Whether pages come in the cursor's order. */
  public boolean ascending() {
    return order == Order.ASCENDING;
  }

  /** Whether the newest comes first, and the request does not say since when. */
  public boolean descending() {
    return order == Order.DESCENDING;
  }

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
