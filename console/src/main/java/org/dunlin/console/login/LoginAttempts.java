package org.dunlin.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.dunlin.store.people.LoginFailures;
import org.dunlin.store.people.LoginFailures.Failed;
import org.dunlin.work.access.ChangePeople;
import org.jspecify.annotations.Nullable;

/**
 * Makes guessing slow: after five failures for a name or from an address the next attempt must
 * wait, twice as long after each further failure, up to a quarter of an hour. Of a name and of an
 * address no more attempts run at one time than failures are free, so that attempts do not slip
 * through together; further ones queue for a moment. What failed is kept in the database, so that
 * neither a restart nor another process of the hub forgets it.
 */
final class LoginAttempts {
  private static final int FREE = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = LONGEST.multipliedBy(2);
  private static final int LONGEST_QUEUE = 64;
  private static final Duration LONGEST_QUEUING = Duration.ofSeconds(5);

  private final Clock clock;
  private final LoginFailures failures;
  private final Map<String, Integer> running = new HashMap<>();
  private int queue;

  LoginAttempts(Clock clock, LoginFailures failures) {
    this.clock = clock;
    this.failures = failures;
  }

  /** When the next attempt may be made after these failures. */
  private static Instant free(Failed failed) {
    if (failed.count() < FREE) {
      return Instant.MIN;
    }
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(failed.count() - FREE, 10));
    return failed.last().plus(pause.compareTo(LONGEST) < 0 ? pause : LONGEST);
  }

  /** Whether an attempt may be made. Only one that may is to be ended. */
  enum Turn {
    NOW,
    /** Too many failed before it. */
    EARLY,
    /** Too many run at this time. */
    CROWDED
  }

  /** Begins an attempt, after a moment where others have to end first. */
  synchronized Turn begin(String name, String address) throws InterruptedException {
    List<String> keys = List.of(nameKey(name), addressKey(address));
    long since = System.nanoTime();
    while (!early(keys) && crowded(keys)) {
      long left = LONGEST_QUEUING.toNanos() - (System.nanoTime() - since);
      if (left <= 0 || queue >= LONGEST_QUEUE) {
        return Turn.CROWDED;
      }
      queue++;
      try {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      } finally {
        queue--;
      }
    }
    if (early(keys)) {
      return Turn.EARLY;
    }
    keys.forEach(key -> running.merge(key, 1, Integer::sum));
    return Turn.NOW;
  }

  /**
   * Ends an attempt: a right password makes forget what failed before, any other failure counts.
   */
  synchronized void end(String name, String address, boolean right) {
    Instant now = clock.instant();
    List<String> keys = List.of(nameKey(name), addressKey(address));
    try {
      if (right) {
        failures.forget(keys);
      } else {
        keys.forEach(key -> failures.count(key, now, FORGOTTEN));
      }
    } finally {
      keys.forEach(
          key -> running.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1));
      notifyAll();
    }
  }

  private boolean early(List<String> keys) {
    Instant now = clock.instant();
    return known(keys).values().stream().anyMatch(failed -> now.isBefore(free(failed)));
  }

  private boolean crowded(List<String> keys) {
    Map<String, Failed> known = known(keys);
    return keys.stream().anyMatch(key -> running.getOrDefault(key, 0) >= most(known.get(key)));
  }

  /** What failed and is not forgotten yet. */
  private Map<String, Failed> known(List<String> keys) {
    Instant oldest = clock.instant().minus(FORGOTTEN);
    Map<String, Failed> known = failures.of(keys);
    known.values().removeIf(failed -> failed.last().isBefore(oldest));
    return known;
  }

  /** How many may fail before the next has to wait; after each pause it is one. */
  private static int most(@Nullable Failed before) {
    return before == null ? FREE : Math.max(1, FREE - before.count());
  }

  private static String nameKey(String name) {
    return ChangePeople.failuresOf(name);
  }

  private static String addressKey(String address) {
    return "address " + address;
  }
}
