package org.dunlin.connectors.program.pull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a run over a stream stands between two pages. It is kept as JSON, so that a run goes on
 * where it was when the hub was stopped.
 *
 * @param started when the run began
 * @param clock what the program's own clock said with its first reply
 * @param kept the cursor that the hub keeps
 * @param base from where this request asks; it moves on within a run whose order is ascending
 * @param exact whether the base is asked for as it is, without an overlap
 * @param number of the page, or the offset; counted from what the manifest calls the first
 * @param token of the page, or its address
 * @param pages that were read
 * @param highest version that was seen, or what a reply gave as the cursor
 * @param known highest version of the first page: nothing that changed since then is below it
 * @param digest of the page before, unless this request may well bring the same
 */
public record PullState(
    String stream,
    Purpose purpose,
    Instant started,
    @Nullable Instant clock,
    @Nullable String kept,
    @Nullable String base,
    boolean exact,
    long number,
    @Nullable String token,
    int pages,
    @Nullable String highest,
    @Nullable String known,
    @Nullable String digest) {
  private static final Duration LONGEST_ANSWER = Duration.ofMinutes(1);
  private static final Duration LARGEST_SKEW = Duration.ofHours(1);

  /** The header Date tells seconds. */
  private static final Duration RESOLUTION = Duration.ofSeconds(1);

  /** As it is kept. */
  public String json() {
    return PullStateJson.write(this);
  }

  /**
   * What was kept.
   *
   * @throws IllegalArgumentException where it is not what {@link #json()} gave
   */
  public static PullState of(String json) {
    return PullStateJson.read(json);
  }

  /**
   * A moment before the run began, by the earlier of the two clocks. The program's is read when it
   * has answered, and the question was asked before.
   */
  Instant beginning() {
    Instant asked = clock == null ? started : clock.minus(LONGEST_ANSWER);
    return asked.isBefore(started) ? asked : started;
  }

  /**
   * The time of the program when the run began, by its own clock where it tells one that can be
   * right, else by the hub's. What changed later is read by the next run.
   */
  Instant now() {
    return clock != null && clock.isBefore(started.plus(LARGEST_SKEW))
        ? clock.plus(RESOLUTION)
        : started;
  }

  /** The same request from another page on. */
  PullState at(long page, @Nullable String next) {
    return new PullState(
        stream, purpose, started, clock, kept, base, exact, page, next, pages, highest, known,
        digest);
  }

  /** The same, behind a page with which this cursor was kept; none where what was kept stays. */
  PullState keeping(@Nullable String cursor) {
    return cursor == null
        ? this
        : new PullState(
            stream, purpose, started, clock, cursor, base, exact, number, token, pages, highest,
            known, digest);
  }

  /** The same from another base on, asked for as it is. */
  PullState from(String other) {
    return new PullState(
        stream, purpose, started, clock, kept, other, true, number, token, pages, highest, known,
        null);
  }
}
