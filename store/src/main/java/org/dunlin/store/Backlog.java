package org.dunlin.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits in a company.
 *
 * @param deliveries accepted and not yet translated
 * @param oldestDelivery when the oldest of them came
 * @param matchDue notes that matching is due
 * @param dunDue notes that dunning is due
 * @param effects decided and not yet gone; without those that wait for a person
 * @param oldestEffect when the oldest of them was decided
 */
public record Backlog(
    int deliveries,
    @Nullable Instant oldestDelivery,
    int matchDue,
    int dunDue,
    int effects,
    @Nullable Instant oldestEffect) {

  /** Whether nothing waits. */
  public boolean empty() {
    return deliveries + matchDue + dunDue + effects == 0;
  }
}
