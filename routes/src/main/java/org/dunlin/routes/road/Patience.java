package org.dunlin.routes.road;

import java.time.Duration;

/**
 * How long a server may take before a look is given up.
 *
 * @param connect until the connection stands
 * @param silence until it says the next thing
 */
record Patience(Duration connect, Duration silence) {
  /** While nobody waits: a slow server is still a server. */
  static final Patience OF_ROADS = new Patience(Duration.ofSeconds(20), Duration.ofSeconds(60));

  /** While a person waits for the answer. */
  static final Patience OF_PEOPLE = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10));

  int connectMillis() {
    return Math.toIntExact(connect.toMillis());
  }

  int silenceMillis() {
    return Math.toIntExact(silence.toMillis());
  }
}
