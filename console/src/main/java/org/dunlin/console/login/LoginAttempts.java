package org.dunlin.console.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes guessing slow: after five failures for a name or from an address the next attempt must
 * wait, twice as long after each further failure, up to a quarter of an hour. An attempt counts as
 * a failure until it has succeeded, so that attempts at one time do not slip through together.
 */
final class LoginAttempts {
  private static final int FREE = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_KEYS = 10_000;

  private final Clock clock;
  private final Map<String, Failures> failures = new OldestForgotten();

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

  /** Counts an attempt; false when it comes too early, and then it does not count. */
  synchronized boolean begin(String name, String address) {
    Instant now = clock.instant();
    if (early(nameKey(name), now) || early(addressKey(address), now)) {
      return false;
    }
    count(nameKey(name), now);
    count(addressKey(address), now);
    return true;
  }

  /** Forgets what was counted, since the password was right. */
  synchronized void succeeded(String name, String address) {
    failures.remove(nameKey(name));
    failures.remove(addressKey(address));
  }

  private boolean early(String key, Instant now) {
    Failures before = failures.get(key);
    return before != null && now.isBefore(before.free());
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
