package org.dunlin.store.view;

import javax.sql.DataSource;
import org.dunlin.store.secret.CustomerKeys;

/** All views of one database. */
public record Views(
    Receivables receivables,
    TieOuts tieOuts,
    UnallocatedPayments unallocatedPayments,
    Conflicts conflicts,
    Deliveries deliveries,
    Messages messages,
    HeldReminders heldReminders,
    WaitingWork waitingWork,
    Tasks tasks) {

  /** The views over a pool. */
  public static Views over(DataSource pool, CustomerKeys keys) {
    Messages messages = new Messages(pool, keys);
    return new Views(
        new Receivables(pool),
        new TieOuts(pool),
        new UnallocatedPayments(pool),
        new Conflicts(pool),
        new Deliveries(pool),
        messages,
        new HeldReminders(pool),
        new WaitingWork(pool),
        new Tasks(pool, messages));
  }
}
