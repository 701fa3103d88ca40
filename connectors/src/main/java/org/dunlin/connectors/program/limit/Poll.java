package org.dunlin.connectors.program.limit;

import java.time.Duration;

/**
 * How a stream is polled when nothing is scarce.
 *
 * @param every so long from one poll to the next
 * @param requests that one poll takes on the average, of its pages and of what they want; 1 or more
 */
public record Poll(Duration every, int requests) {
  private static final int LESS_OFTEN = 4;

  public Poll {
    if (every.isZero() || every.isNegative() || requests < 1) {
      throw new IllegalArgumentException("A poll takes time and at least one request.");
    }
  }

  /** The same while notices come, which tell most of what a poll would find. */
  public Poll lessOften() {
    return new Poll(every.multipliedBy(LESS_OFTEN), requests);
  }
}
