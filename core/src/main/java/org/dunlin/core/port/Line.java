package org.dunlin.core.port;

import java.time.Duration;
import java.util.List;

/**
 * What one connection may ask of its program at once and in short windows. Longer windows are
 * counted in the database.
 *
 * @param companyId whose connection
 * @param connectionId which one; its circuit breaker is its own
 * @param program the name of the program that it leads to
 * @param atOnce how many requests may be under way; 0 where the program names no limit
 * @param windows how many requests in how long, each shorter than an hour
 */
public record Line(
    String companyId, String connectionId, String program, int atOnce, List<Window> windows) {
  public Line {
    windows = List.copyOf(windows);
  }

  /** So many requests in so long. */
  public record Window(String name, int requests, Duration per) {}
}
