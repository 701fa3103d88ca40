package org.dunlin.console.outside;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * How often the payer's page is opened and its forms are sent, by address and by link, and how many
 * payments are begun at once. Of so many keys no more than some thousand are remembered, those used
 * last.
 */
public final class PayerLimits {
  private static final int MOST_KEYS = 20_000;

  /**
   * Each waits for the provider on a thread of the listener: fewer than it has, so that pages and
   * notices of programs are answered meanwhile.
   */
  private static final int MOST_STARTS = 8;

  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private final Rates rates;
  private final Map<String, RateLimiter> limiters = new LastUsed();
  private final Semaphore starts;

  /** At these rates. */
  public PayerLimits(Rates rates) {
    this(rates, MOST_STARTS);
  }

  /**
   * At these rates.
   *
   * @param starts so many payments are begun at a time
   */
  public PayerLimits(Rates rates, int starts) {
    this.rates = rates;
    this.starts = new Semaphore(starts);
  }

  /**
   * So many in a minute.
   *
   * @param reads pages and documents from one address, and of one link
   * @param sends forms from one address, and of one link
   * @param unknown links from one address that are none
   */
  public record Rates(int reads, int sends, int unknown) {
    /** What people need, also those who share an address. */
    public static final Rates USUAL = new Rates(120, 20, 30);
  }

  /** What is counted. */
  enum Kind {
    READ,
    SEND,
    UNKNOWN
  }

  /** Within which time the count begins anew. */
  static final Duration PERIOD = Duration.ofMinutes(1);

  /** Begins a payment; empty, and nothing is begun, where too many are being begun. */
  <T> Optional<T> starting(Supplier<T> start) {
    if (!starts.tryAcquire()) {
      return Optional.empty();
    }
    try {
      return Optional.of(start.get());
    } finally {
      starts.release();
    }
  }

  /** Counts one; false where there were too many. */
  boolean permit(Kind kind, String key) {
    return limiter(kind, key).acquirePermission();
  }

  /** Whether one more would be too many; it is not counted. */
  boolean spent(Kind kind, String key) {
    return limiter(kind, key).getMetrics().getAvailablePermissions() <= 0;
  }

  /** Who asks: of the newer addresses a network, in which one machine has as many as it likes. */
  static String network(String address) {
    if (!IPV6.matcher(address).matches()) {
      return address;
    }
    String[] groups = address.split(":", -1);
    StringBuilder network = new StringBuilder();
    for (int i = 0; i < Math.min(4, groups.length) && !groups[i].isEmpty(); i++) {
      network.append(groups[i]).append(':');
    }
    return network.isEmpty() ? address : network.toString();
  }

  private RateLimiter limiter(Kind kind, String key) {
    synchronized (limiters) {
      return limiters.computeIfAbsent(
          kind + " " + key, name -> RateLimiter.of(kind.name(), config(kind)));
    }
  }

  private RateLimiterConfig config(Kind kind) {
    int most =
        switch (kind) {
          case READ -> rates.reads();
          case SEND -> rates.sends();
          case UNKNOWN -> rates.unknown();
        };
    return RateLimiterConfig.custom()
        .limitForPeriod(most)
        .limitRefreshPeriod(PERIOD)
        .timeoutDuration(Duration.ZERO)
        .build();
  }

  private static final class LastUsed extends LinkedHashMap<String, RateLimiter> {
    private static final long serialVersionUID = 1;

    LastUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, RateLimiter> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
