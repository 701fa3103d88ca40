package org.dunlin.work;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.dunlin.store.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the other processes that this one lives, by renewing what it is working on. */
public final class Heartbeat {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  /** Nothing is lost by clocks that differ; times that people read are wrong by as much. */
  private static final Duration APART = Duration.ofSeconds(1);

  private final Stores stores;
  private final AtomicBoolean apart = new AtomicBoolean();

  /** Over these stores. */
  public Heartbeat(Stores stores) {
    this.stores = stores;
  }

  /**
   * Renews the leases of what this process is working on at this moment, and writes down when its
   * flows last moved and how much they moved.
   */
  public void beat() {
    stores.leases().renew();
    stores.flows().catchUp();
    stores.flowHours().write();
    compare(stores.leases().ahead());
  }

  /** Says once that the clock is wrong, and once that it is right again. */
  private void compare(Duration ahead) {
    boolean far = ahead.abs().compareTo(APART) > 0;
    if (apart.compareAndSet(!far, far)) {
      if (far) {
        LOG.warn(
            "The clock of this machine is {} ms {} that of the database. Set both by the same time"
                + " server.",
            ahead.abs().toMillis(),
            ahead.isNegative() ? "behind" : "ahead of");
      } else {
        LOG.info("The clock of this machine goes with that of the database again.");
      }
    }
  }
}
