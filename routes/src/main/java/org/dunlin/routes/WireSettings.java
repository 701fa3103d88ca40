package org.dunlin.routes;

import java.time.Duration;

/**
 * How programs are asked.
 *
 * @param privateAddresses whether addresses may lead into private networks
 * @param connect how long a connection may take to come about
 * @param whole how long a request may take from its first byte to the last of its answer
 * @param mostBytes the largest answer
 * @param mostBytesAtOnce of all answers that come in at the same moment
 */
public record WireSettings(
    boolean privateAddresses,
    Duration connect,
    Duration whole,
    long mostBytes,
    long mostBytesAtOnce) {
  /** What holds where nothing else is said: 10 seconds, 60 seconds, 16 MB, 96 MB. */
  public static WireSettings usual(boolean privateAddresses) {
    return new WireSettings(
        privateAddresses, Duration.ofSeconds(10), Duration.ofSeconds(60), 16L << 20, 96L << 20);
  }
}
