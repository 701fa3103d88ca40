package org.dunlin.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes guessing slow: after five failures for a name or from an address the next attempt must
 * wait, twice as long after each further failure, up to a quarter of an hour. Of a name and of an
 * address no more attempts run at one time than failures are free, so that attempts do not slip
 * through together; further ones queue for a moment.
 */
final class LoginAttempts {
  private static final int FREE = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 10_000;
  private static final int LONGEST_QUEUE = 64;
  private static final Duration LONGEST_QUEUING = Duration.ofSeconds(5);

  private final Clock clock;
  private final Map<String, Failures> failures = new OldestForgotten();
  private final Map<String, Integer> running = new HashMap<>();
  private int queue;

  LoginAttempts(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {
    Instant free() {
      return count < FREE ? Instant.MIN : last.plus(pause());
    }

    Instant forgotten() {
      return last.plus(LONGEST.multipliedBy(2));
    }

    Failures oneMore(Instant now) {
      return new Failures(count + 1, now);
    }

    private Duration pause() {
      Duration pause = SHORTEST.multipliedBy(1L << Math.min(count - FREE, 10));
      return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
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
    for (String key : List.of(nameKey(name), addressKey(address))) {
      running.computeIfPresent(key, (same, count) -> count == 1 ? null : count - 1);
      if (right) {
        failures.remove(key);
      } else {
        count(key, now);
      }
    }
    notifyAll();
  }

  private boolean early(List<String> keys) {
    Instant now = clock.instant();
    return keys.stream()
        .map(failures::get)
        .anyMatch(before -> before != null && now.isBefore(before.free()));
  }

  private boolean crowded(List<String> keys) {
    return keys.stream().anyMatch(key -> running.getOrDefault(key, 0) >= free(key));
  }

  /** How many may fail before the next has to wait; after each pause it is one. */
  private int free(String key) {
    Failures before = failures.get(key);
    return before == null ? FREE : Math.max(1, FREE - before.count());
  }

  private void count(String key, Instant now) {
    Failures before = failures.get(key);
    failures.put(
        key,
        before == null || now.isAfter(before.forgotten())
            ? new Failures(1, now)
            : before.oneMore(now));
  }

  private static String nameKey(String name) {
    return "name " + name.substring(0, Math.min(name.length(), 200));
  }

  private static String addressKey(String address) {
    return "address " + address;
  }

  /** Somebody who tries many names cannot fill the memory. */
  private static final class OldestForgotten extends LinkedHashMap<String, Failures> {
    private static final long serialVersionUID = 1;

    OldestForgotten() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
