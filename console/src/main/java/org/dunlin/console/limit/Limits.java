package org.dunlin.console.limit;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * So many in a period for each of many that ask. Of these no more than some thousand are
 * remembered, those that asked last.
 */
public final class Limits {
  private static final int MOST_KEYS = 20_000;

  private final Map<String, Counted> counted = new LastUsed();
  private final Duration period;
  private final RateLimiterConfig config;
  private final int most;

  /**
   * @param most so many in a period for each, at least one
   */
  public Limits(int most, Duration period) {
    this.most = most;
    this.period = period;
    this.config =
        RateLimiterConfig.custom()
            .limitForPeriod(most)
            .limitRefreshPeriod(period)
            .timeoutDuration(Duration.ZERO)
            .build();
  }

  /**
   * What was found when somebody asked.
   *
   * @param permitted whether they may
   * @param left so often they may still, before the count begins anew
   * @param anew when it does, from now
   */
  public record Found(boolean permitted, int left, Duration anew) {}

  /** So many in a period. */
  public int most() {
    return most;
  }

  /** Within which time the count begins anew. */
  public Duration period() {
    return period;
  }

  /** Counts one. */
  public Found count(String key) {
    Counted of = counted(key);
    boolean permitted = of.limiter.acquirePermission();
    long passed = (System.nanoTime() - of.since) % period.toNanos();
    return new Found(
        permitted,
        Math.max(0, of.limiter.getMetrics().getAvailablePermissions()),
        period.minusNanos(passed));
  }

  /** Whether one more would be too many; it is not counted. */
  public boolean spent(String key) {
    return counted(key).limiter.getMetrics().getAvailablePermissions() <= 0;
  }

  private Counted counted(String key) {
    synchronized (counted) {
      return counted.computeIfAbsent(
          key, name -> new Counted(System.nanoTime(), RateLimiter.of("limit", config)));
    }
  }

  /**
   * @param since when its periods began, by the clock of {@link System#nanoTime}
   */
  private record Counted(long since, RateLimiter limiter) {}

  private static final class LastUsed extends LinkedHashMap<String, Counted> {
    private static final long serialVersionUID = 1;

    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Counted> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
