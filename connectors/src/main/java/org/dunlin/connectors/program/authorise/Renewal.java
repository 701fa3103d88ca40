package org.dunlin.connectors.program.authorise;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.connectors.program.Authorisation.Refresh;

/** When an access token is renewed: before its end, and not sooner than the program permits. */
final class Renewal {
  private Renewal() {}

  static Instant from(Refresh refresh, Instant issued, Instant expires) {
    Duration life = Duration.between(issued, expires);
    // A token that lives no longer than the margin would else be renewed with every request.
    Duration margin =
        refresh.margin().multipliedBy(2).compareTo(life) > 0 ? life.dividedBy(2) : refresh.margin();
    Instant due = expires.minus(margin);
    Duration earliest = refresh.earliest();
    if (earliest == null) {
      return due;
    }
    Instant permitted = issued.plus(earliest);
    return permitted.isAfter(due) ? permitted : due;
  }
}
