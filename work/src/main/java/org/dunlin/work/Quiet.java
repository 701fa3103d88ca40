package org.dunlin.work;

import java.time.Duration;
import java.time.Instant;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;

/**
 * Lets a stage wait until nothing has come in for a while, so that what comes together is decided
 * over together; but not for ever, since something may come in all the time.
 */
public final class Quiet {
  private static final int LONGEST = 10;

  private final Stores stores;
  private final Duration span;
  private final Stage stage;

  /**
   * @param span so long nothing must have come in; zero: nothing is waited for
   * @param stage that is woken once it need not wait any more
   */
  public Quiet(Stores stores, Duration span, Stage stage) {
    this.stores = stores;
    this.span = span;
    this.stage = stage;
  }

  /**
   * Whether the stage may work; where it may not, it is woken as soon as it may.
   *
   * @param due since when there is work for it; after ten times the span it waits no more
   */
  public boolean permits(String companyId, Instant due) {
    Instant now = Instant.now();
    if (span.isZero() || !now.isBefore(due.plus(span.multipliedBy(LONGEST)))) {
      return true;
    }
    Duration toWait =
        stores
            .backlogs()
            .newestDelivery(companyId)
            .map(newest -> Duration.between(now, newest.plus(span)))
            .orElse(Duration.ZERO);
    if (toWait.isPositive()) {
      stores.wakeups().wakeAfter(toWait.plusMillis(1), stage);
    }
    return !toWait.isPositive();
  }
}
