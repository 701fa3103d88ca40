package org.dunlin.connectors.program.limit;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How often streams are polled. As long as half of a window is left, each has its own pace; after
 * that all become rarer by the same factor, so that what is left lasts to the window's end.
 */
public final class Polling {
  private Polling() {}

  /** When a stream that was just polled is polled again, where nothing is scarce. */
  public static Instant next(Poll poll, Instant now) {
    return now.plus(poll.every());
  }

  /**
   * When a stream that was just polled is polled again.
   *
   * @param poll of this stream
   * @param all polls of the connection, this one among them
   * @param window from which their requests are taken
   * @param used requests of the window that were made by now
   */
  public static Instant next(Poll poll, List<Poll> all, LongWindow window, long used, Instant now) {
    long whole = window.left(0);
    long left = window.left(used);
    Instant end = window.end(now);
    if (left >= whole - left && left >= poll.requests()) {
      return now.plus(poll.every());
    }
    if (left < poll.requests()) {
      return end;
    }
    Instant scarce = now.plus(stretched(poll.every(), all, Duration.between(now, end), left));
    return scarce.isAfter(end) ? end : scarce;
  }

  /**
   * The pace at which all polls together take what is left in the time that is left, with as long a
   * pause after the last of them: every × demand ÷ (left + one of each), of which demand = Σ
   * requests × time ÷ every. Never faster than the stream's own.
   */
  private static Duration stretched(Duration every, List<Poll> all, Duration time, long left) {
    long oneOfEach = all.stream().mapToLong(Poll::requests).sum();
    BigInteger milliseconds = BigInteger.ZERO;
    for (Poll poll : all) {
      milliseconds =
          milliseconds.add(
              millis(every)
                  .multiply(millis(time))
                  .multiply(BigInteger.valueOf(poll.requests()))
                  .divide(millis(poll.every()).multiply(BigInteger.valueOf(left + oneOfEach)))
                  .add(BigInteger.ONE));
    }
    return milliseconds.compareTo(millis(every)) <= 0
        ? every
        : Duration.ofMillis(milliseconds.longValueExact());
  }

  private static BigInteger millis(Duration duration) {
    return BigInteger.valueOf(Math.max(1, duration.toMillis()));
  }
}
